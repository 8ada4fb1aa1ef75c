import type { INodeParameters } from 'n8n-workflow';
import { failingAlike } from './outcome.cts';
import { booking } from './booking.cts';
import { byId, ids, useStage, wire } from './stage.cts';

/* Fields that take several values, as expressions fill them. */

const stage = useStage({ forEachTest: true });

function update(settings: INodeParameters): INodeParameters {
	return {
		resource: 'meetingType',
		operation: 'update',
		meetingTypeId: byId(ids.meetingTypes.oneToOne),
		settings,
	};
}

const withLocations = (locations: string) => update({ locations });
const withDurations = (allowedDurations: string) => update({ allowedDurations });
const withGuests = (guests: string) => booking({ additionalFields: { guests } });

const sent = () => stage.exchanges.at(-1)?.requestBody;
const guests = (...bringalongEmails: string[]) => ({ attendee: { bringalongEmails } });
const durations = (...allowedDurations: number[]) => ({ meetingOptions: { allowedDurations } });

describe('a list', () => {
	it.each<[string, INodeParameters, object]>([
		[
			'of locations',
			withLocations('={{ [$json.missing, "Main Street 5, Oslo", null] }}'),
			{ locations: ['Main Street 5, Oslo'] },
		],
		['of durations', withDurations('={{ [15, $json.missing, null, 30] }}'), durations(15, 30)],
		[
			'of guests',
			withGuests('={{ [$json.missing, null, "ada@example.org"] }}'),
			guests('ada@example.org'),
		],
	])('%s leaves out entries without a value', async (_what, parameters, body) => {
		const { status } = await stage.run(parameters);
		expect(status).toBe('success');
		expect(sent()).toMatchObject(body);
	});

	it.each<[string, INodeParameters, object]>([
		[
			'of locations',
			withLocations('={{ $json.locations }}'),
			{ locations: ['Main Street 5, Oslo', 'Harbour 1'] },
		],
		['of durations', withDurations('={{ $json.durations }}'), durations(15, 30)],
		['of guests', withGuests('={{ $json.guests }}'), guests('ada@example.org', 'bo@example.org')],
	])('%s may be JSON in a text', async (_what, parameters, body) => {
		const item = {
			locations: '["Main Street 5, Oslo", "Harbour 1"]',
			durations: '[15, 30]',
			guests: ' ["ada@example.org","bo@example.org"]',
		};
		const { status } = await stage.run(parameters, { items: [item] });
		expect(status).toBe('success');
		expect(sent()).toMatchObject(body);
	});
});

const object = '={{ { street: "Main Street 5" } }}';
const objects = '={{ [{ street: "Main Street 5" }] }}';
const inText = '={{ JSON.stringify([{ street: "Main Street 5" }]) }}';

describe.each<[string, (value: string) => INodeParameters]>([
	['Locations', withLocations],
	['Allowed Durations (Minutes)', withDurations],
	['Guests', withGuests],
])('%s', (field, parameters) => {
	it.each([
		['an object', object],
		['a list of objects', objects],
		['a list of objects in a text', inText],
	])('refuses %s by name, and nothing is sent', async (_what, value) => {
		const { error, details } = await failingAlike(stage, parameters(value));
		expect(error.slice(0, field.length + 2)).toBe(`${field}: `);
		expect(error).not.toContain('[object Object]');
		expect(details).toMatchObject({ code: 'invalidInput', parameter: field });
		expect(wire(stage)).toEqual([]);
	});
});
