import { byId, credentials, ids, setStage, type Stage } from '../workflow/stage.cts';
let stage: Stage;
beforeAll(async () => { stage = await setStage(); });
afterAll(async () => await stage.close());
const base = { resource: 'booking', operation: 'create', meetingTypeId: byId(ids.meetingTypes.oneToOne), start: '2026-03-03T09:00:00', attendeeName: 'Tomas Berg', attendeeEmail: 'tomas.berg@example.net' };
const cases: Array<[string, any, any?]> = [
 ['ok', base],
 ['user', { resource: 'user', operation: 'getMe' }],
 ['foreign token', { resource: 'user', operation: 'getMe' }, { credential: { accessToken: 'rgo-nope' } }],
 ['wrong kind', { resource: 'user', operation: 'getMe' }, { credential: { accessToken: credentials.platformKey } }],
 ['empty', { resource: 'user', operation: 'getMe' }, { credential: { accessToken: '' } }],
 ['expired', { resource: 'user', operation: 'getMe' }, { credential: { accessToken: credentials.expiredToken } }],
 ['crm', { resource: 'meetingType', operation: 'getAll' }, { credential: { accessToken: credentials.crmOnlyToken } }],
 ['starter', { resource: 'meetingType', operation: 'getAll' }, { credential: { accessToken: credentials.starterPlanToken } }],
 ['rates0', { resource: 'user', operation: 'getMe' }, { credential: { requestsPerMinute: 0 } }],
 ['ratesText', { resource: 'user', operation: 'getMe' }, { credential: { burst: 'many' } }],
 ['baseUrl', { resource: 'user', operation: 'getMe' }, { credential: { baseUrl: 'meetergo' } }],
 ['baseUrl wrong', { resource: 'user', operation: 'getMe', options: { maxWait: 0 } }, { credential: { baseUrl: 'http://127.0.0.1:9/v4' } }],
 ['malformed', { resource: 'booking', operation: 'get', bookingId: byId('abc') }],
 ['404', { resource: 'booking', operation: 'get', bookingId: byId('e81f5a27-94b3-4d6e-a0c8-3b5d7f9e1a99') }],
 ['404mt', { ...base, meetingTypeId: byId('e81f5a27-94b3-4d6e-a0c8-3b5d7f9e1a99') }],
 ['emptyname', { ...base, attendeeName: '' }],
 ['emptyname2', { ...base, attendeeName: '={{ "" }}' }],
 ['emptyname3', { ...base, attendeeName: '  ' }],
 ['mail', { ...base, attendeeEmail: 'tomas' }],
 ['channel', { ...base, additionalFields: { channel: 'pigeon' } }],
 ['tz', { ...base, timezone: 'Europe/Berln' }],
 ['tz2', { ...base, timezone: '+01:00' }],
 ['start', { ...base, start: 'tomorrow' }],
 ['startempty', { ...base, start: '' }],
 ['gap', { ...base, start: '2026-03-29T02:30:00', options: { ignoreAvailability: true } }],
 ['overlap', { ...base, start: '2026-10-25T02:30:00', options: { ignoreAvailability: true } }],
 ['end<start', { resource: 'availability', operation: 'getSlots', meetingTypeId: byId(ids.meetingTypes.oneToOne), start: '2026-03-04', end: '2026-03-02' }],
 ['limit0', { resource: 'booking', operation: 'getAll', limit: 0 }],
 ['limit-', { resource: 'booking', operation: 'getAll', limit: -3 }],
 ['limit1.5', { resource: 'booking', operation: 'getAll', limit: 1.5 }],
 ['limitx', { resource: 'booking', operation: 'getAll', limit: '={{ "many" }}' }],
 ['limitx2', { resource: 'booking', operation: 'getAll', limit: 'many' }],
 ['hosts', { resource: 'booking', operation: 'getAll', hosts: '={{ "all" }}' }],
 ['hosts2', { resource: 'booking', operation: 'getAll', hosts: 'all' }],
 ['output', { resource: 'booking', operation: 'getAll', output: '={{ "xml" }}' }],
 ['cancelFor', { resource: 'booking', operation: 'cancel', bookingId: byId(ids.appointments.confirmed), cancelFor: '={{ "me" }}' }],
 ['hostIds', { resource: 'booking', operation: 'getAll', hosts: 'chosen', hostIds: ['james'] }],
 ['hostIds none', { resource: 'booking', operation: 'getAll', hosts: 'chosen', hostIds: [] }],
 ['hostIds str', { resource: 'booking', operation: 'getAll', hosts: 'chosen', hostIds: '={{ "james" }}' }],
 ['maxWait', { resource: 'user', operation: 'getMe', options: { maxWait: 5000 } }],
 ['maxWait-', { resource: 'user', operation: 'getMe', options: { maxWait: -1 } }],
 ['reason', { resource: 'booking', operation: 'cancel', bookingId: byId(ids.appointments.confirmed), options: { reason: 'x'.repeat(501) } }],
 ['title', { ...base, additionalFields: { invitationTitle: 'x'.repeat(201) } }],
 ['guests', { ...base, additionalFields: { guests: 'a@b.de,b@b.de,c@b.de,d@b.de,e@b.de,f@b.de' } }],
 ['guest bad', { ...base, additionalFields: { guests: 'a@b.de,bo' } }],
 ['op', { resource: 'booking', operation: 'explode' }],
 ['res', { resource: 'bookings', operation: 'get' }],
 ['fields', { resource: 'booking', operation: 'getAll', output: 'selected', outputFields: '' }],
];
it.each(cases)('%s', async (name, parameters, options = {}) => {
  const out: any[] = [];
  for (const onError of ['stopWorkflow', 'continueErrorOutput'] as const) {
	stage.exchanges.length = 0;
	const r = await stage.run(parameters, { ...options, onError });
	const e = r.error as any;
	out.push(JSON.stringify({ onError, status: r.status, items: r.items.length, first: onError === 'stopWorkflow' ? r.items[0]?.json : undefined, errors: r.errors, msg: e?.message, d: e?.description, name: e?.name, type: e?.constructor?.name, hints: r.hints, req: stage.exchanges.map((x) => `${x.method} ${x.path} ${x.status}`) }));
  }
  require('node:fs').appendFileSync('/tmp/explore/out.txt', `## ${name}\n${out.join('\n')}\n`);
});
