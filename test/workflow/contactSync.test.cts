import type { INodeParameters } from 'n8n-workflow';
import type { RunResult } from '../../engine/runResult.cts';
import { runWorkflow } from '../../engine/runWorkflow.cts';
import { atScale } from '../scale.cts';
import { contactsIn, onContacts, writes } from './contacts.cts';
import { type Stage, useStage, wire } from './stage.cts';

/* Bookings of the whole company become contacts, night after night. */

/** Some people book twice. Those who are contacts already and those who become one fill more than a page. */
const BOOKINGS = atScale(5_000, 150);
const PEOPLE = atScale(4_000, 120);

const stage = useStage({ seed: { bookings: BOOKINGS } });

const mailsOf = ({ sandbox }: Stage) =>
	new Set([...sandbox.state.appointments.values()].map(({ attendees }) => attendees[0]?.email));

/** Lets whoever booked last have booked before: as many bookings, of fewer people. */
function shareAttendees({ sandbox }: Stage): void {
	const { appointments } = sandbox.state;
	const all = [...appointments.values()];
	for (const [at, appointment] of all.slice(PEOPLE).entries()) {
		const [known] = all[at]?.attendees ?? [];
		const attendees = appointment.attendees.map((own) => ({ ...own, ...known, id: own.id }));
		appointments.set(appointment.id, { ...appointment, attendees });
	}
}

const getBookings: INodeParameters = {
	resource: 'booking',
	operation: 'getAll',
	hosts: 'everyone',
	returnAll: true,
	output: 'selected',
	outputFields: 'attendeeEmail, attendeeFirstName, attendeeLastName, attendeePhone',
};
const bringContacts = onContacts('upsert', {
	contactEmail: '={{ $json.attendeeEmail }}',
	contactFields: {
		firstName: '={{ $json.attendeeFirstName }}',
		lastName: '={{ $json.attendeeLastName }}',
		phoneNumber: '={{ $json.attendeePhone }}',
	},
});

const node = (name: string, type: string, parameters: INodeParameters = {}) => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0] as [number, number],
	parameters,
});
const meetergo = (name: string, parameters: INodeParameters) =>
	node(name, 'n8n-nodes-meetergo.meetergo', { authentication: 'platformApiKey', ...parameters });
const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });

async function sync(): Promise<RunResult> {
	return await runWorkflow({
		workflow: {
			nodes: [
				node('Start', 'n8n-nodes-base.manualTrigger'),
				meetergo('Bookings', getBookings),
				meetergo('Contacts', bringContacts),
			],
			connections: { Start: to('Bookings'), Bookings: to('Contacts') },
			settings: { executionOrder: 'v1' },
		},
		credentials: stage.credentialsOf(),
	});
}

/** How often a contact was created, updated and left as it was. */
function changesOf(result: RunResult): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { json } of result.nodes.get('Contacts')?.outputs[0] ?? []) {
		const change = String(json.change);
		counts[change] = (counts[change] ?? 0) + 1;
	}
	return counts;
}

it('makes a contact of each person who booked, and writes nothing in the second night', async () => {
	shareAttendees(stage);
	const mails = mailsOf(stage);
	expect(mails.size).toBe(PEOPLE);
	const before = contactsIn(stage).map(({ email }) => email?.toLowerCase());
	const unknown = [...mails].filter((mail) => !before.includes(mail ?? undefined));
	const contacts = before.length + unknown.length;

	const first = await sync();
	expect(first).toMatchObject({ status: 'success', error: undefined });
	expect(changesOf(first)).toEqual({
		created: unknown.length,
		unchanged: BOOKINGS - unknown.length,
	});
	expect(writes(stage)).toEqual(unknown.map(() => 'POST /crm 201'));
	const made = contactsIn(stage);
	expect(made).toHaveLength(contacts);
	expect(new Set(made.map(({ email, id }) => email?.toLowerCase() ?? id)).size).toBe(contacts);
	stage.checkContract();

	const second = await sync();
	expect(changesOf(second)).toEqual({ unchanged: BOOKINGS });
	expect(writes(stage)).toEqual([]);
	// How many there are, and their pages.
	expect(wire(stage).filter((line) => line.startsWith('GET /crm'))).toHaveLength(
		1 + Math.ceil(contacts / 100),
	);
	expect(contactsIn(stage)).toEqual(made);
});
