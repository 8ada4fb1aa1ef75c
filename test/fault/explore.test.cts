import { byId, credentials, ids, setStage, type Stage } from '../workflow/stage.cts';
let stage: Stage;
beforeAll(async () => { stage = await setStage(); });
afterEach(() => { stage.sandbox.faults.clear(); });
afterAll(async () => await stage.close());
const me = { resource: 'user', operation: 'getMe' };
const types = { resource: 'meetingType', operation: 'getAll' };
const at = (start: string) => ({ resource: 'booking', operation: 'create', meetingTypeId: byId(ids.meetingTypes.oneToOne), start, attendeeName: 'Tomas Berg', attendeeEmail: 'tomas.berg@example.net' });
const cancel = { resource: 'booking', operation: 'cancel', bookingId: byId(ids.appointments.confirmed) };
const move = { resource: 'booking', operation: 'reschedule', bookingId: byId(ids.appointments.group), start: '2026-03-19T09:00:00' };
const big = { message: 'x'.repeat(1_000_000) };
const cases: Array<[string, any, any[], any?]> = [
 ['garbage', me, [{ kind: 'garbage' }]],
 ['garbage forever', me, [{ kind: 'garbage', times: 9 }]],
 ['html200 forever', me, [{ kind: 'html', status: 200, times: 9 }]],
 ['html502', me, [{ kind: 'html' }]],
 ['html502 forever', { ...me, options: { maxWait: 1 } }, [{ kind: 'html', times: 99 }]],
 ['empty', me, [{ kind: 'emptyBody', times: 9, status: 200 }]],
 ['empty 204', me, [{ kind: 'emptyBody', times: 9, status: 204 }]],
 ['empty list', types, [{ kind: 'emptyBody', times: 9, status: 200 }]],
 ['json null', me, [{ kind: 'status', status: 200, body: null, times: 9 }]],
 ['json text', me, [{ kind: 'garbage', status: 200, body: '"hello"', times: 9 }]],
 ['json number', me, [{ kind: 'garbage', status: 200, body: '5', times: 9 }]],
 ['json array', me, [{ kind: 'garbage', status: 200, body: '[]', times: 9 }]],
 ['json {}', me, [{ kind: 'garbage', status: 200, body: '{}', times: 9 }]],
 ['json {} list', types, [{ kind: 'garbage', status: 200, body: '{}', times: 9 }]],
 ['list with nulls', types, [{ kind: 'garbage', status: 200, body: '[null, 5, {"id": "x"}]', times: 9 }]],
 ['big 400', me, [{ kind: 'status', status: 400, body: big }]],
 ['big html 502', { ...me, options: { maxWait: 0 } }, [{ kind: 'html', status: 502, body: '<html>' + 'y'.repeat(1e6) }]],
 ['big 200 garbage', { ...me, options: { maxWait: 0 } }, [{ kind: 'garbage', body: '[' + 'y'.repeat(1e6) }]],
 ['half', me, [{ kind: 'halfBody', when: 'after' }]],
 ['reset', me, [{ kind: 'reset' }]],
 ['500x2', me, [{ kind: 'status', status: 500, times: 2 }]],
 ['500x3', me, [{ kind: 'status', status: 500, times: 3 }]],
 ['shape1', at('2026-03-03T09:00'), [{ kind: 'status', status: 400, method: 'POST', body: { statusCode: 400, message: 'Validation failed', errors: [{ field: 'attendee.email', message: 'is on a block list' }] } }]],
 ['shape2', at('2026-03-03T09:00'), [{ kind: 'status', status: 400, method: 'POST', body: { statusCode: 400, message: ['start must be in the future', 'attendee.phone should be x'], error: 'Bad Request' } }]],
 ['shape3', at('2026-03-03T09:00'), [{ kind: 'status', status: 422, method: 'POST', body: { message: 'nope' } }]],
 ['create empty', at('2026-03-03T09:00'), [{ kind: 'emptyBody', when: 'after', method: 'POST' }]],
 ['create {}', at('2026-03-03T09:00'), [{ kind: 'garbage', status: 201, body: '{}', when: 'after', method: 'POST' }]],
 ['create 502', at('2026-03-05T09:00'), [{ kind: 'html', when: 'after', method: 'POST' }]],
 ['create reset', at('2026-03-05T10:00'), [{ kind: 'reset', when: 'after', method: 'POST' }]],
 ['create 429', at('2026-03-05T11:00'), [{ kind: 'status', status: 429, method: 'POST' }]],
 ['cancel reset after', cancel, [{ kind: 'reset', when: 'after', method: 'POST' }]],
 ['move half after', { ...move, options: { ignoreAvailability: true } }, [{ kind: 'halfBody', when: 'after', method: 'POST' }]],
 ['move empty', { ...move, options: { ignoreAvailability: true } }, [{ kind: 'emptyBody', when: 'after', method: 'POST' }]],
 ['expr', { resource: 'booking', operation: 'get', bookingId: "={{ $('Nope').item.json.id }}" }, []],
 ['expr2', { resource: 'booking', operation: 'get', bookingId: '={{ $json.a.b.c }}' }, []],
 ['expr3', { resource: 'booking', operation: 'get', bookingId: '={{ foo( }}' }, []],
 ['expr4', { resource: 'booking', operation: 'get', bookingId: byId('={{ $json.id.toUpperCase() }}') }, []],
];
it.each(cases)('%s', async (name, parameters, faults) => {
  const out: any[] = [];
  for (const onError of ['stopWorkflow', 'continueErrorOutput'] as const) {
	stage.exchanges.length = 0;
	stage.sandbox.faults.clear();
	faults.forEach((f) => stage.sandbox.faults.add(f));
	const t = Date.now();
	const r = await stage.run(parameters, { onError });
	const e = r.error as any;
	out.push(JSON.stringify({ onError, ms: Date.now() - t, status: r.status, n: r.items.length, items: onError === 'stopWorkflow' ? r.items : undefined, errors: r.errors, msg: e?.message, d: e?.description, name: e?.name, hints: r.hints, req: stage.exchanges.map((x) => `${x.method} ${x.path} ${x.status}`) }));
  }
  require('node:fs').appendFileSync('/tmp/explore/out.txt', `## ${name}\n${out.join('\n')}\n`);
});
