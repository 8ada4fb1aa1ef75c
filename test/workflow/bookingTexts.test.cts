import type { INodeParameters } from 'n8n-workflow';
import { column, failingAlike, jsonOf, refusal } from './outcome.cts';
import { surveySummary } from './booking.cts';
import { bothCredentials, byId, ids, useStage, wire } from './stage.cts';

const stage = useStage({ forEachTest: true });

const { confirmed } = ids.appointments;

function writeNote(note: INodeParameters[string], more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'booking',
		operation: 'updateNote',
		bookingId: byId(confirmed),
		note,
		...more,
	};
}

function writeTexts(updateFields: INodeParameters, more: INodeParameters = {}): INodeParameters {
	const operation = 'updateTranscript';
	return { resource: 'booking', operation, bookingId: byId(confirmed), updateFields, ...more };
}

function booking() {
	const found = stage.sandbox.state.appointments.get(confirmed);
	if (found === undefined) throw new Error('The booking is missing');
	return found;
}

/** Gives the booking texts that are there before anything happens. */
function hold(texts: { note?: string; transcription?: string; summary?: string }): void {
	stage.sandbox.state.appointments.set(confirmed, { ...booking(), ...texts });
}

describe.each(bothCredentials)('a note with %s', (authentication) => {
	it('takes the place of the one before', async () => {
		hold({ note: 'Old' });
		const { items } = await stage.run({ authentication, ...writeNote('Brings the plans') });
		expect(items).toEqual([
			{ json: { ...surveySummary, note: 'Brings the plans' }, pairedItem: { item: 0 } },
		]);
		expect(booking().note).toBe('Brings the plans');
		expect(wire(stage)).toEqual([`PATCH /v4/appointment/${confirmed}/notes 200`]);
	});

	it('is removed by an empty text', async () => {
		hold({ note: 'Old' });
		const result = await stage.run({ authentication, ...writeNote('') });
		expect(column(result, 'note')).toEqual([null]);
		expect(booking().note).toBe('');
	});
});

describe('a note', () => {
	it.each([
		['nothing', '={{ $json.missing }}'],
		['null', '={{ null }}'],
	])('is not removed by an expression that gives %s', async (_name, note) => {
		hold({ note: 'Old' });
		expect(await failingAlike(stage, writeNote(note))).toEqual(
			refusal('Note', 'has no value; to remove it, leave the field empty.'),
		);
		expect(wire(stage)).toEqual([]);
		expect(booking().note).toBe('Old');
	});

	it('is read from the booking where the answer is empty', async () => {
		stage.sandbox.faults.add({ kind: 'emptyBody', method: 'PATCH', when: 'after' });
		const result = await stage.run(writeNote('Brings the plans'));
		expect(jsonOf(result)).toEqual([{ ...surveySummary, note: 'Brings the plans' }]);
		expect(wire(stage)).toEqual([
			`PATCH /v4/appointment/${confirmed}/notes 200`,
			`GET /v4/appointment/${confirmed} 200`,
		]);
	});

	it('is told as it was sent where a booking shows it under another name', async () => {
		const { id, start, end } = booking();
		const body = JSON.stringify({ id, start, end });
		stage.sandbox.faults.add({ kind: 'garbage', method: 'PATCH', body, when: 'after' });
		const result = await stage.run(writeNote('Brings the plans'));
		expect(column(result, 'note')).toEqual(['Brings the plans']);
	});

	it('is written once more where the answer got lost', async () => {
		stage.sandbox.faults.add({ kind: 'reset', method: 'PATCH', when: 'after' });
		const result = await stage.run(writeNote('Brings the plans'));
		expect(column(result, 'note')).toEqual(['Brings the plans']);
	});

	it('is written in the name of the user acted as', async () => {
		stage.sandbox.state.appointments.set(confirmed, { ...booking(), hostIds: [ids.users.james] });
		const james = { authentication: 'platformApiKey', actingUser: byId(ids.users.james) };
		await stage.run(writeNote('Mine', james));
		expect(booking().note).toBe('Mine');
		const actedAs = stage.exchanges.map(({ headers }) => headers['x-meetergo-api-user-id']);
		expect(actedAs).toEqual([ids.users.james]);
	});
});

describe.each(bothCredentials)('a transcript with %s', (authentication) => {
	it('is stored with its summary', async () => {
		const texts = { transcription: '# Talk\n\nHello', summary: '- Roof\n- Cellar' };
		const { items } = await stage.run({ authentication, ...writeTexts(texts) });
		expect(items).toEqual([{ json: { ...surveySummary, ...texts }, pairedItem: { item: 0 } }]);
		expect(booking()).toMatchObject(texts);
		expect(stage.exchanges.map(({ requestBody }) => requestBody)).toEqual([texts]);
	});

	it('stays where only the summary is added', async () => {
		hold({ transcription: 'Hello', summary: 'Old' });
		const result = await stage.run({ authentication, ...writeTexts({ summary: 'New' }) });
		expect(jsonOf(result)).toEqual([{ ...surveySummary, transcription: 'Hello', summary: 'New' }]);
		expect(booking()).toMatchObject({ transcription: 'Hello', summary: 'New' });
		expect(stage.exchanges.map(({ requestBody }) => requestBody)).toEqual([{ summary: 'New' }]);
	});

	it('is removed by an empty text', async () => {
		hold({ transcription: 'Hello', summary: 'Old' });
		const result = await stage.run({ authentication, ...writeTexts({ transcription: '' }) });
		expect(jsonOf(result)).toEqual([{ ...surveySummary, transcription: null, summary: 'Old' }]);
		expect(stage.exchanges.map(({ requestBody }) => requestBody)).toEqual([
			{ transcription: null },
		]);
		expect(booking()).toMatchObject({ transcription: null, summary: 'Old' });
	});
});

describe('a transcript', () => {
	it.each([
		['nothing', [{ summary: 'New' }]],
		['null', [{ summary: 'New', transcription: null }]],
	])('is not removed by an expression that gives %s', async (_name, items) => {
		hold({ transcription: 'Hello' });
		const given = { transcription: '={{ $json.transcription }}', summary: '={{ $json.summary }}' };
		await stage.run(writeTexts(given), { items });
		expect(booking()).toMatchObject({ transcription: 'Hello', summary: 'New' });
	});

	it.each([
		['nothing is added', {}],
		['what is added has no value', { transcription: '={{ $json.missing }}' }],
	])('is refused by name before anything is asked: %s', async (_name, given) => {
		expect(await failingAlike(stage, writeTexts(given))).toEqual(
			refusal('Update Fields', 'add at least one field that has a value.'),
		);
		expect(wire(stage)).toEqual([]);
	});

	it('is read from the booking where the answer is empty', async () => {
		stage.sandbox.faults.add({ kind: 'emptyBody', method: 'PATCH', when: 'after' });
		const result = await stage.run(writeTexts({ summary: 'New' }));
		expect(column(result, 'summary')).toEqual(['New']);
		expect(wire(stage)).toHaveLength(2);
	});
});

it.each([writeNote('New'), writeTexts({ summary: 'New' })])(
	'names the booking that is not found: $operation',
	async (given) => {
		const bookingId = byId('00000000-0000-4000-8000-000000000000');
		const { error, details } = await failingAlike(stage, { ...given, bookingId });
		expect(error).toBe('Booking: meetergo could not find what was asked for');
		expect(details).toMatchObject({ httpCode: 404, code: 'notFound', parameter: 'Booking' });
	},
);
