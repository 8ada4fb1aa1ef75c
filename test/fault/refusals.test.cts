import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { booking } from '../workflow/booking.cts';
import { byId, credentials, ids, useStage, wire } from '../workflow/stage.cts';
import { throughErrorOutput } from '../workflow/outcome.cts';

const stage = useStage();

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const platform = { authentication: 'platformApiKey' };
const me: INodeParameters = { resource: 'user', operation: 'getMe' };
const types: INodeParameters = { resource: 'meetingType', operation: 'getAll' };

const token = (accessToken: string): ICredentialDataDecryptedObject => ({ accessToken });

describe('a credential that', () => {
	it.each<[string, INodeParameters, ICredentialDataDecryptedObject, string]>([
		['nobody knows', me, token('rgo-unknown'), 'Invalid API key'],
		['has expired', me, token(credentials.expiredToken), 'API key has expired'],
		[
			'has expired, of a platform',
			{ ...me, ...platform },
			{ apiKey: credentials.expiredPlatformKey },
			'API key has expired',
		],
	])('%s is asked with once', async (_what, parameters, credential, answer) => {
		const { error, details } = await throughErrorOutput(stage, parameters, { credential });
		expect(error).toBe('meetergo did not accept the credential');
		expect(details).toEqual({
			httpCode: 401,
			code: 'credentialRejected',
			parameter: null,
			description: `The key has expired (platform keys expire after 1 to 90 days), was revoked or is incomplete. Check the credential, or create a new key in meetergo. meetergo answered: ${answer}`,
			mayHaveHappened: false,
			waitedSeconds: 0,
		});
		expect(wire(stage)).toEqual(['GET /v4/user/me 401']);
	});

	it.each<[string, INodeParameters, ICredentialDataDecryptedObject, RegExp]>([
		['is empty', me, token(' '), /The meetergo credential holds no key\. Open it and paste one\./],
		[
			'is a platform key in place of a token',
			me,
			token(credentials.platformKey),
			/it is a platform API key\. Use the credential "Meetergo Platform API" for it\./,
		],
		[
			'is a token in place of a platform key',
			{ ...me, ...platform },
			{ apiKey: credentials.adminToken },
			/it is a personal access token\. Use the credential "Meetergo Personal Access Token API"/,
		],
	])('%s is not asked with', async (_what, parameters, credential, says) => {
		const { error, details } = await throughErrorOutput(stage, parameters, { credential });
		expect(error).toMatch(says);
		expect(details.description).toMatch(/^Nothing was sent\. Check the credential\./);
		expect(details).toMatchObject({ httpCode: null, mayHaveHappened: false, waitedSeconds: 0 });
		expect(wire(stage)).toEqual([]);
	});

	it('lacks the permission group is told of permissions', async () => {
		const credential = token(credentials.crmOnlyToken);
		const { error, details } = await throughErrorOutput(stage, types, { credential });
		expect(error).toBe('meetergo did not allow this');
		expect(details).toMatchObject({ httpCode: 403, code: 'permissionDenied' });
		expect(details.description).toMatch(/permission group.*Scheduling/);
		expect(wire(stage)).toEqual(['GET /v4/meeting-type 403']);
	});

	it('belongs to a plan that is used up is told of the plan', async () => {
		const credential = token(credentials.starterPlanToken);
		const { error, details } = await throughErrorOutput(stage, types, { credential });
		expect(error).toBe('The allowance of the meetergo plan is used up');
		expect(details).toMatchObject({ httpCode: 403, code: 'planLimitReached' });
		expect(details.description).toMatch(/^Free a place or upgrade the plan\..*apiAccess/);
		expect(wire(stage)).toEqual(['GET /v4/meeting-type 403']);
	});

	it('acts as nobody is told where to name somebody', async () => {
		const credential = { actingUserId: '' };
		const given = { ...types, ...platform };
		const { error, details } = await throughErrorOutput(stage, given, { credential });
		expect(error).toMatch(/^Act As User: choose a user, or set Act As User ID in the credential/);
		expect(details).toMatchObject({ code: 'invalidInput', parameter: 'Act As User' });
		expect(wire(stage)).toEqual([]);
	});
});

describe('an id that nobody has', () => {
	it.each<[string, INodeParameters, string, string]>([
		['a booking', { operation: 'get' }, 'Booking', 'Appointment not found'],
		['a booking to cancel', { operation: 'cancel' }, 'Booking', 'Appointment not found'],
		[
			'a booking to move',
			{ operation: 'reschedule', start: '2026-03-12T09:00' },
			'Booking',
			'Appointment not found',
		],
		['a meeting type', booking(), 'Meeting Type', 'Meeting type not found'],
	])('is asked for once: %s', async (_what, given, field, answer) => {
		const id = byId(UNKNOWN);
		const parameters = { resource: 'booking', ...given, bookingId: id, meetingTypeId: id };
		const { error, details } = await throughErrorOutput(stage, parameters);
		expect(error).toBe(`${field}: meetergo could not find what was asked for`);
		expect(details).toEqual({
			httpCode: 404,
			code: 'notFound',
			parameter: field,
			description: `It may have been deleted, or it belongs to a user that is out of reach. Check the ID. meetergo answered: ${answer}`,
			mayHaveHappened: false,
			waitedSeconds: 0,
		});
		expect(wire(stage)).toEqual([expect.stringMatching(/ 404$/)]);
	});

	it.each([
		['id', ids.attendees.groupFirst],
		['mail address', 'amina.costa@example.net'],
	])('of an attendee is refused before anything is cancelled: by %s', async (_by, attendee) => {
		const { error, details } = await throughErrorOutput(stage, {
			resource: 'booking',
			operation: 'cancel',
			bookingId: byId(ids.appointments.confirmed),
			cancelFor: 'attendee',
			attendee,
		});
		expect(error).toBe(`Attendee Email or ID: "${attendee}" is not in this booking.`);
		expect(details).toMatchObject({ code: 'invalidInput', parameter: 'Attendee Email or ID' });
		expect(wire(stage)).toEqual([`GET /v4/appointment/${ids.appointments.confirmed} 200`]);
	});
});

describe('a refusal of the API', () => {
	const answered = async (status: number, body: unknown) => {
		stage.sandbox.faults.add({ kind: 'status', method: 'POST', status, body });
		const told = await throughErrorOutput(stage, booking());
		// Whom a time is taken by is looked at; nothing else is asked for.
		const posts = wire(stage).filter((line) => line.startsWith('POST'));
		expect(posts).toEqual([`POST /v4/booking ${status}`]);
		expect(told.details).toMatchObject({ httpCode: status, mayHaveHappened: false });
		return told;
	};

	it('that lists fields names the first one by what the user sees, with all that was said', async () => {
		const { error, details } = await answered(400, {
			statusCode: 400,
			message: 'Validation failed',
			errors: [
				{ field: 'attendee.email', message: 'is on the block list' },
				{ field: 'start', message: 'is past' },
			],
		});
		expect(error).toBe('Attendee Email: meetergo refused the request');
		expect(details).toMatchObject({ code: 'requestRefused', parameter: 'Attendee Email' });
		expect(details.description).toBe(
			'Check the values that were sent. meetergo answered: Validation failed; attendee.email: is on the block list; start: is past',
		);
	});

	it('that lists texts names the field they begin with', async () => {
		const message = ['start must be a valid ISO 8601 date string', 'duration must not be less'];
		const { error, details } = await answered(400, {
			statusCode: 400,
			message,
			error: 'Bad Request',
		});
		expect(error).toBe('Start: meetergo refused the request');
		expect(details).toMatchObject({ code: 'requestRefused', parameter: 'Start' });
		expect(details.description).toContain(message.join('; '));
	});

	it.each([
		[
			400,
			'slot-occupied',
			'slotOccupied',
			'Start: The time is not offered, or no longer free',
			'Start',
		],
		[409, 'Slug taken', 'conflict', 'The change conflicts with something that exists', null],
		[422, 'Not now', 'requestRefused', 'meetergo refused the request', null],
	])('%i "%s" is not repeated', async (status, message, code, says, parameter) => {
		const { error, details } = await answered(status, { statusCode: status, message });
		expect(error).toBe(says);
		expect(details).toMatchObject({ code, parameter });
		expect(details.description).toContain(`meetergo answered: ${message}`);
	});
});
