import { record } from '../../contract/json.cts';
import { failingAlike, jsonOf, refusal } from './outcome.cts';
import { booking } from './booking.cts';
import { byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const seeded: ReadonlySet<string> = new Set(Object.values(ids.appointments));

function booked() {
	return [...stage.sandbox.state.appointments.values()].filter(({ id }) => !seeded.has(id));
}

describe('form answers', () => {
	const notes = { 'Year of construction': '1974', Heating: 'oil' };
	const OBJECT = 'an object such as {"Year of construction": "1974"}';

	it.each([
		[
			'rows of the form',
			{
				answers: {
					pairs: [
						{ label: 'Year of construction', value: '1974' },
						{ label: ' Heating ', value: '={{ $json.heating }}' },
					],
				},
			},
		],
		['an object from an expression', { answersJson: '={{ $json.notes }}' }],
		['JSON', { answersJson: '{ "Year of construction": "1974", "Heating": "oil" }' }],
		[
			'both, where the object goes first',
			{
				answers: {
					pairs: [
						{ label: 'Year of construction', value: '1974' },
						{ label: 'Heating', value: 'gas' },
					],
				},
				answersJson: '={{ { Heating: $json.heating } }}',
			},
		],
	])('are taken as %s', async (_name, additionalFields) => {
		const items = [{ heating: 'oil', notes }];
		await stage.run(booking({ additionalFields }), { items });
		expect(booked()[0]?.attendees[0]?.notes).toEqual(notes);
	});

	it('are sent as text, whatever they are', async () => {
		const items = [{ notes: { Year: 1974, Heated: true, Cellar: null } }];
		await stage.run(booking({ additionalFields: { answersJson: '={{ $json.notes }}' } }), {
			items,
		});
		expect(booked()[0]?.attendees[0]?.notes).toEqual({ Year: '1974', Heated: 'true', Cellar: '' });
	});

	it('are refused when one question is there twice', async () => {
		const pairs = [
			{ label: 'Heating', value: 'oil' },
			{ label: 'Heating', value: 'gas' },
		];
		expect(
			await failingAlike(stage, booking({ additionalFields: { answers: { pairs } } })),
		).toEqual(refusal('Question', '"Heating" is there twice.'));
	});

	it.each([
		['text that is no JSON', 'Year: 1974', `${OBJECT}, but is "Year: 1974"`],
		['a list', '["oil"]', `${OBJECT}, but is "["oil"]"`],
		['an object in an object', '{"Year": {"built": 1974}}', 'text, but holds "{"built":1974}"'],
		['an object in a list', '{"Year": [1974, {"a": 1}]}', 'text, but holds "{"a":1}"'],
	])('are refused as %s', async (_name, answersJson, shown) => {
		expect(await failingAlike(stage, booking({ additionalFields: { answersJson } }))).toEqual(
			refusal('Answers by Label (JSON)', `must be ${shown}.`),
		);
		expect(wire(stage)).toEqual([]);
	});

	it('are refused without a question', async () => {
		const answers = { pairs: [{ label: '', value: '1974' }] };
		const { details } = await failingAlike(stage, booking({ additionalFields: { answers } }));
		expect(details).toMatchObject({ code: 'invalidInput', parameter: 'Question' });
	});
});

describe('guests', () => {
	it.each([
		['addresses between commas', 'ada@example.com, bo@example.com'],
		['a list from an expression', '={{ ["ada@example.com", "bo@example.com"] }}'],
	])('are taken as %s', async (_name, guests) => {
		await stage.run(booking({ additionalFields: { guests } }));
		expect(booked()).toMatchObject([
			{ attendees: [{ bringalongEmails: ['ada@example.com', 'bo@example.com'] }] },
		]);
	});
});

describe('the time zone', () => {
	it('of the node is that of the start, of the answer and of the attendee', async () => {
		const result = await stage.run(
			booking({
				meetingTypeId: byId(ids.meetingTypes.durations),
				start: '2026-03-03T09:00:00',
				timezone: 'America/New_York',
			}),
		);
		expect(jsonOf(result)).toMatchObject([
			{ start: '2026-03-03T09:00:00.000-05:00', end: '2026-03-03T09:30:00.000-05:00' },
		]);
		expect(booked()).toMatchObject([
			{ start: '2026-03-03T14:00:00.000Z', attendees: [{ timezone: 'America/New_York' }] },
		]);
	});

	it('of the workflow is that of all three where the node names none', async () => {
		const result = await stage.run(booking({ start: '2026-03-03T09:00:00' }), {
			timezone: 'Europe/London',
		});
		expect(jsonOf(result)).toMatchObject([{ start: '2026-03-03T09:00:00.000+00:00' }]);
		expect(booked()).toMatchObject([
			{ start: '2026-03-03T09:00:00.000Z', attendees: [{ timezone: 'Europe/London' }] },
		]);
	});

	it('of the attendee may be another', async () => {
		await stage.run(booking({ additionalFields: { attendeeTimezone: 'Asia/Tokyo' } }));
		expect(booked()).toMatchObject([
			{ start: '2026-03-03T08:00:00.000Z', attendees: [{ timezone: 'Asia/Tokyo' }] },
		]);
	});

	it('does not move a start that has an offset', async () => {
		const start = '2026-03-03T09:00:00+01:00';
		await stage.run(booking({ start, timezone: 'Asia/Tokyo' }));
		expect(booked()).toMatchObject([{ start: '2026-03-03T08:00:00.000Z' }]);
	});
});

describe('additional fields', () => {
	it('are sent where the user added them', async () => {
		await stage.run(
			booking({
				meetingTypeId: byId(ids.meetingTypes.durations),
				attendeePhone: '+47 22 12 34 56',
				additionalFields: {
					attendeeLanguage: 'no',
					channel: 'phone',
					duration: 60,
					invitationText: 'Bring a ladder',
					invitationTitle: 'Advice, at last',
					location: 'Main Street 5, Oslo',
				},
			}),
		);
		expect(booked()).toMatchObject([
			{
				start: '2026-03-03T08:00:00.000Z',
				end: '2026-03-03T09:00:00.000Z',
				channel: 'phone',
				icsTitle: 'Advice, at last',
				icsDescription: 'Bring a ladder',
				location: 'Main Street 5, Oslo',
				attendees: [{ language: 'no', phone: '+47 22 12 34 56' }],
			},
		]);
	});

	it('end the meeting by the length that was asked for', async () => {
		const meetingTypeId = byId(ids.meetingTypes.durations);
		const result = await stage.run(booking({ meetingTypeId, additionalFields: { duration: 15 } }));
		expect(jsonOf(result)).toMatchObject([{ end: '2026-03-03T09:15:00.000+01:00' }]);
	});

	it.each([
		['an empty text', ''],
		['null', null],
		['a field that is missing', undefined],
	])('that an expression leaves empty are not sent: %s', async (_name, empty) => {
		const names = ['attendeeLanguage', 'attendeeTimezone', 'channel', 'duration', 'location'];
		const fields = names.map((name) => [name, '={{ $json.empty }}']);
		const items = [empty === undefined ? {} : { empty }];
		await stage.run(booking({ additionalFields: Object.fromEntries(fields) }), { items });
		expect(booked()).toMatchObject([{ channel: 'connect', end: '2026-03-03T08:45:00.000Z' }]);
		const { attendee, ...body } = record(stage.exchanges.at(-1)?.requestBody);
		expect(Object.keys(body)).toEqual(['meetingTypeId', 'hostIds', 'start']);
		expect(attendee).toEqual(expect.not.objectContaining({ language: expect.anything() }));
		expect(attendee).toMatchObject({ timezone: 'Europe/Vienna' });
	});

	it('are named where meetergo refuses one', async () => {
		const additionalFields = { duration: 35 };
		const { error, details } = await failingAlike(stage, booking({ additionalFields }));
		expect(error).toBe('Duration (Minutes): meetergo refused the request');
		expect(details).toMatchObject({ httpCode: 400, parameter: 'Duration (Minutes)' });
		expect(details.description).toContain('duration must be one of the following values: 45');
	});
});

describe('an option', () => {
	it('books a time that is not offered', async () => {
		const sunday = { start: '2026-03-08T09:00:00' };
		expect((await stage.run(booking(sunday))).status).toBe('error');
		await stage.run(booking({ ...sunday, options: { ignoreAvailability: true } }));
		expect(booked()).toMatchObject([{ start: '2026-03-08T08:00:00.000Z' }]);
	});

	it('switches reminders and mails off', async () => {
		await stage.run(booking({ options: { sendReminders: false, skipNotifications: true } }));
		expect(booked()).toMatchObject([{ attendees: [{ receiveReminders: false }] }]);
		expect(stage.exchanges.at(-1)?.requestBody).toMatchObject({ skipNotifications: true });
	});
});
