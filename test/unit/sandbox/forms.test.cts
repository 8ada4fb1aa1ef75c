import { list, record } from '../../../contract/json.cts';
import { credentials, ids } from '../../../sandbox/seed.cts';
import { attendeeOf, strayAnswers, visit, type Visit, type Visitor } from './visitor.cts';

const { designReview, supportSession } = ids.routingForms;
const { industry, serialNumber, trouble, urgency } = ids.dataFields;
const asIngrid = { token: credentials.foreignToken };
const everyField = Object.values(ids.dataFields);

let visitor: Visitor;
beforeEach(async () => {
	visitor = await visit();
});
afterEach(async () => {
	await visitor.sandbox.close();
	expect(strayAnswers(visitor)).toEqual([]);
});

function askFields(how: Visit = {}) {
	return visitor.ask('GET', '/v4/data-field', how);
}

function askForm(id: string, how: Visit = {}) {
	return visitor.ask('GET', `/v4/routing-form/${id}`, how);
}

function idsIn(fields: unknown): unknown[] {
	return list(fields).map((field) => record(field).id);
}

describe('data fields', () => {
	it('are listed as the company made them', async () => {
		const { status, body } = await askFields();
		expect(status).toBe(200);
		expect(Object.keys(record(body))).toEqual(['items', 'total']);
		expect(record(body).total).toBe(everyField.length);
		expect(idsIn(record(body).items)).toEqual(everyField);
		expect(list(record(body).items)[0]).toEqual({
			id: industry,
			label: 'Industry',
			name: 'industry',
			fieldType: 'select',
			required: true,
			options: [
				{ label: 'Construction', value: 'construction' },
				{ label: 'Energy', value: 'energy' },
				{ label: 'Public sector', value: 'public-sector' },
			],
		});
		expect((await askFields(asIngrid)).body).toEqual({ items: [], total: 0 });
	});

	it('come in pages, of fifty unless told', async () => {
		const { dataFields } = visitor.sandbox.state;
		const plain = dataFields.get(ids.dataFields.budget);
		for (let id = 401; plain && id <= 450; id += 1) dataFields.set(id, { ...plain, id });
		const page = async (query: Visit['query']) => record((await askFields({ query })).body);
		expect(list((await page({})).items)).toHaveLength(50);
		const { items, total } = await page({ limit: 3, offset: everyField.length - 1 });
		expect([idsIn(items), total]).toEqual([[urgency, 401, 402], everyField.length + 50]);
		expect((await page({ offset: 1000 })).items).toEqual([]);
	});

	it.each([
		['limit', 0],
		['limit', 101],
		['offset', -1],
	])('a %s of %i is refused', async (name, value) => {
		expect((await askFields({ query: { [name]: value } })).status).toBe(400);
	});

	it('may be a bare list, or wrapped under another name, until a reset', async () => {
		const { state, url } = visitor.sandbox;
		const query = { limit: 2 };
		state.dataFieldEnvelope = 'none';
		expect(idsIn((await askFields({ query })).body)).toEqual(everyField.slice(0, 2));
		state.dataFieldEnvelope = 'data';
		const { body } = await askFields({ query });
		expect(Object.keys(record(body))).toEqual(['data', 'total']);
		expect(idsIn(record(body).data)).toEqual(everyField.slice(0, 2));
		await fetch(`${url}/__sandbox/reset`, { method: 'POST' });
		expect((await askFields()).body).toHaveProperty('items');
	});
});

describe('a routing form', () => {
	it('may bring its data fields along, without their ids', async () => {
		const { status, body } = await askForm(designReview);
		expect(status).toBe(200);
		expect(body).toMatchObject({
			id: designReview,
			name: 'Before the review',
			slug: 'before-the-review',
			structureType: 'FORM_ONLY',
		});
		const fields = list(record(body).fields).map(record);
		expect(fields[0]).toEqual({
			dataFieldId: ids.dataFields.project,
			order: 0,
			dataField: {
				label: 'Project',
				name: 'project',
				fieldType: 'text-single',
				required: true,
			},
		});
		expect(fields.map(({ dataField }) => record(dataField).fieldType)).toEqual([
			'text-single',
			'select',
			'number',
			'text-multi',
			'yes-no',
			'checkbox-multi',
			'date',
			'email',
			'phone',
		]);
	});

	it('may give their ids alone, and in another order than its own', async () => {
		const { body } = await askForm(supportSession);
		expect(record(body).fields).toEqual([
			{ dataFieldId: urgency, order: 3 },
			{ dataFieldId: trouble, order: 2 },
			{ dataFieldId: industry, order: 1 },
			{ dataFieldId: serialNumber, order: 0 },
		]);
	});

	it('does without a data field that is gone', async () => {
		visitor.sandbox.state.dataFields.delete(ids.dataFields.project);
		const { body } = await askForm(designReview);
		expect(list(record(body).fields)[0]).toEqual({
			dataFieldId: ids.dataFields.project,
			order: 0,
		});
	});

	it('is there for its company alone, and by its id', async () => {
		expect((await askForm(designReview.toUpperCase())).status).toBe(200);
		expect((await askForm(designReview, asIngrid)).status).toBe(404);
		expect((await askForm(ids.company)).status).toBe(404);
		expect((await askForm('before-the-review')).status).toBe(400);
	});
});

describe('a meeting type', () => {
	it.each([
		['with one', ids.meetingTypes.priya, designReview],
		['with another', ids.meetingTypes.aroha, supportSession],
		['with none', ids.meetingTypes.oneToOne, null],
	])('%s shows the id of its form', async (_, id, formId) => {
		expect((await visitor.ask('GET', `/v4/meeting-type/${id}`)).body).toMatchObject({ formId });
	});

	it('takes bookings that leave required questions open', async () => {
		const { priya } = ids.users;
		const start = '2026-03-03T06:00:00.000Z';
		const own = { meetingTypeId: ids.meetingTypes.priya, hostIds: [priya], start };
		const attendee = attendeeOf({ notes: { Budget: '24000' } });
		expect((await visitor.book({ ...own, attendee })).status).toBe(201);
		expect(visitor.sandbox.state.appointments.of(priya)).toMatchObject([
			{ start, attendees: [{ notes: { Budget: '24000' } }] },
		]);
	});
});
