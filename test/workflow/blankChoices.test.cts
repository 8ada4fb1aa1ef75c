import type { INodeParameters } from 'n8n-workflow';
import { failingAlike, throughErrorOutput } from './outcome.cts';
import { booking } from './booking.cts';
import { byId, ids, useStage, wire } from './stage.cts';

/* What decides over mails, other people and public holidays is never guessed where an expression gives nothing. */

const stage = useStage();

const nothing: Array<[string, string]> = [
	['undefined', '={{ $json.missing }}'],
	['null', '={{ null }}'],
	['an empty text', '={{ "" }}'],
];

function cancel(more: INodeParameters): INodeParameters {
	return {
		resource: 'booking',
		operation: 'cancel',
		bookingId: byId(ids.appointments.group),
		...more,
	};
}

describe.each<[string, (value: string) => INodeParameters]>([
	['Cancel For', (cancelFor) => cancel({ cancelFor, attendee: 'amina.costa@example.net' })],
	[
		'Country',
		(country) => ({
			resource: 'availability',
			operation: 'blockHolidays',
			scheduleId: byId(ids.availabilities.lena),
			country,
			year: '2026',
		}),
	],
	[
		'Provider',
		(provider) => ({ resource: 'calendarConnection', operation: 'getAuthUrl', provider }),
	],
])('%s', (field, parameters) => {
	it.each(nothing)(
		'is refused by name when it is %s, and nothing is sent',
		async (_what, value) => {
			const { error, details } = await failingAlike(stage, parameters(value));
			expect(error.slice(0, field.length + 2)).toBe(`${field}: `);
			expect(details).toMatchObject({
				code: 'invalidInput',
				parameter: field,
				mayHaveHappened: false,
			});
			expect(wire(stage)).toEqual([]);
		},
	);
});

describe.each<[string, (value: string) => INodeParameters]>([
	['Preview', (preview) => cancel({ options: { preview } })],
	['Skip Notifications', (skipNotifications) => booking({ options: { skipNotifications } })],
])('%s that was added', (field, parameters) => {
	it.each(nothing)(
		'is refused by name when it is %s, and nothing is sent',
		async (_what, value) => {
			const { error, details } = await throughErrorOutput(stage, parameters(value));
			expect(error.slice(0, field.length + 2)).toBe(`${field}: `);
			expect(error).toContain('has no value');
			expect(details).toMatchObject({ code: 'invalidInput', parameter: field });
			expect(wire(stage)).toEqual([]);
		},
	);
});

it('only the item without a value is refused', async () => {
	const { items, errors } = await stage.run(cancel({ options: { preview: '={{ $json.dry }}' } }), {
		items: [{ dry: true }, {}],
		onError: 'continueErrorOutput',
	});
	expect(items).toMatchObject([{ json: { preview: true }, pairedItem: { item: 0 } }]);
	expect(errors).toMatchObject([
		{ json: { details: { parameter: 'Preview' } }, pairedItem: { item: 1 } },
	]);
	expect(wire(stage)).toEqual([`GET /v4/appointment/${ids.appointments.group} 200`]);
});
