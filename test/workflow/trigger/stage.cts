import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import type { Json } from '../../../contract/json.cts';
import { deviationsOf } from '../../../contract/validate.cts';
import { setNodeTime, speedUpNode } from '../../../engine/fastTime.cts';
import { memoryDatabase } from '../../../engine/host/database.cts';
import {
	startHost,
	type Database,
	type Execution,
	type Host,
	type HostedWorkflow,
	type HostOptions,
} from '../../../engine/host/host.cts';
import type { SandboxOptions } from '../../../sandbox/server.cts';
import { bookingOf, type Reply, visit, type Visitor } from '../../unit/sandbox/visitor.cts';
import { TRIGGERS } from '../../../scripts/docs/outputs.cts';
import { record } from '../recording.cts';
import { credentialsAt, ids } from '../stage.cts';

export { ids };

/** The name of the trigger node in the workflows of these tests. */
const TRIGGER = 'Trigger';

interface StageOptions {
	readonly sandbox?: SandboxOptions;
	readonly host?: Pick<HostOptions, 'publication' | 'pollScheduler' | 'database' | 'port'>;
	/** How many times as fast as real time the node lives, in place of the sandbox's time. */
	readonly nodeSpeed?: number;
	/** Replaces single fields of the credential. */
	readonly credential?: ICredentialDataDecryptedObject;
}

/** A sandbox with a stopped clock, by which the node usually lives as well, and an n8n that is told of what happens there. */
export class TriggerStage {
	private constructor(
		readonly visitor: Visitor,
		readonly host: Host,
		private readonly database: Database,
		private readonly backToRealTime: () => void,
	) {}

	static async set(options: StageOptions = {}): Promise<TriggerStage> {
		const { sandbox, host, nodeSpeed, credential } = options;
		const visitor = await visit(sandbox);
		const { clock } = visitor.sandbox;
		// Time that stands still is no time to wait in.
		const backToRealTime =
			nodeSpeed === undefined ? setNodeTime(() => clock.millis()) : speedUpNode(nodeSpeed);
		const credentials = credentialsAt(visitor.sandbox, credential);
		const database = host?.database ?? memoryDatabase();
		const running = await startHost({ ...host, database, credentials });
		return new TriggerStage(visitor, running, database, backToRealTime);
	}

	get sandbox() {
		return this.visitor.sandbox;
	}

	/** Publishes a workflow that begins with the webhook trigger; gives its id. */
	async listen(parameters: INodeParameters = {}, id = newId()): Promise<string> {
		await this.host.activate(webhookWorkflow(parameters, id));
		return id;
	}

	/** Publishes a workflow that begins with the poll trigger; gives its id. */
	async look(parameters: INodeParameters = {}, id = newId()): Promise<string> {
		await this.host.activate(pollWorkflow(parameters, id));
		return id;
	}

	/** What the executions of a workflow began with, in order. */
	told(id: string): IDataObject[] {
		return this.executions(id).flatMap(({ status, result }) =>
			status === 'success'
				? (result.nodes.get(TRIGGER)?.outputs[0] ?? []).map(({ json }) => json)
				: [],
		);
	}

	/** The bookings that were told of, in order. */
	bookingsTold(id: string): unknown[] {
		return this.told(id).map((one) => one.id);
	}

	/** What those said that failed. */
	failures(id: string): string[] {
		return this.executions(id).flatMap(({ result }) => result.error?.message ?? []);
	}

	/** Everything that is under way has ended. */
	async quiet(): Promise<void> {
		await this.sandbox.deliveries.settled();
		await this.host.settled();
	}

	/** What n8n has stored for the nodes of a workflow. */
	staticData(id: string): unknown {
		return JSON.parse(this.database.staticData.get(id) ?? '{}');
	}

	/** The addresses that meetergo calls. */
	endpoints(): string[] {
		return [...this.sandbox.state.webhooks.values()].map(({ endpoint }) => endpoint);
	}

	/** Calls an address as meetergo does. */
	async deliver(endpoint: string, payload: unknown): Promise<Response> {
		return await fetch(endpoint, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: typeof payload === 'string' ? payload : JSON.stringify(payload),
		});
	}

	async strike(): Promise<void> {
		const ids = new Set(this.host.executions.map(({ workflowId }) => workflowId));
		const bookings = [...ids].flatMap((id) => this.told(id)).filter(isSimplified);
		record(TRIGGERS, bookings);
		this.sandbox.deliveries.clear();
		await this.host.close();
		await this.sandbox.close();
		this.backToRealTime();
		const strays = this.visitor.exchanges.flatMap(deviationsOf);
		expect(strays).toEqual([]);
	}

	private executions(id: string): Execution[] {
		return this.host.executions.filter(({ workflowId }) => workflowId === id);
	}
}

/** Only of bookings meetergo publishes what they hold. */
function isSimplified(item: IDataObject): boolean {
	return 'bookingState' in item && !('hosts' in item);
}

/** A stage of its own for each test. */
export function useTriggerStage(options: StageOptions = {}): () => TriggerStage {
	let stage: TriggerStage | undefined;
	beforeEach(async () => {
		stage = await TriggerStage.set(options);
	});
	afterEach(async () => await stage?.strike());
	return () => {
		if (stage === undefined) throw new Error('The stage is set only while tests run');
		return stage;
	};
}

/** A workflow of the webhook trigger alone, on the three events of bookings unless told otherwise. */
export function webhookWorkflow(parameters: INodeParameters = {}, id = newId()): HostedWorkflow {
	return workflowOf('meetergoTrigger', id, {
		events: ['booking_created', 'booking_rescheduled', 'booking_cancelled'],
		...parameters,
	});
}

/** A workflow of the poll trigger alone, on everything that happens to bookings unless told otherwise. */
export function pollWorkflow(parameters: INodeParameters = {}, id = newId()): HostedWorkflow {
	return workflowOf('meetergoPollTrigger', id, {
		events: [
			'booking_created',
			'booking_rescheduled',
			'booking_cancelled',
			'booking_starts_soon',
			'booking_ended',
		],
		...parameters,
	});
}

let workflows = 0;

/** The process remembers what it has told to which workflow, and every stage tells the same. */
function newId(): string {
	workflows += 1;
	return `workflow-${workflows}`;
}

function workflowOf(type: string, id: string, parameters: INodeParameters): HostedWorkflow {
	return {
		id,
		name: `Workflow ${id}`,
		nodes: [
			{
				id: `node-${id}`,
				name: TRIGGER,
				type: `n8n-nodes-meetergo.${type}`,
				typeVersion: 1,
				position: [0, 0],
				webhookId: `hook-${id}`,
				parameters: { authentication: 'personalAccessToken', ...parameters },
			},
		],
		connections: {},
		settings: { executionOrder: 'v1', timezone: 'Europe/Vienna' },
	};
}

/** How triggers tell of Lena's first free start, booked by Dana; besides the event and its key. */
export function danasBooking(id: string) {
	return {
		id,
		bookingState: 'confirmed',
		start: '2026-03-02T13:00:00.000+01:00',
		end: '2026-03-02T13:45:00.000+01:00',
		meetingTypeName: 'Site survey',
		attendeeName: 'Dana Haddad',
		attendeeEmail: 'dana.haddad@example.net',
		hostName: 'Lena Okafor',
		attendeePhone: null,
		meetingLink: expect.stringContaining(id) as unknown,
	};
}

/** What meetergo sends of Lena's confirmed booking, had it just been made; `more` replaces or adds. */
export function delivery(more: object = {}) {
	return {
		webhookType: 'booking_created',
		id: ids.appointments.confirmed,
		start: '2026-03-10T09:00:00+01:00',
		end: '2026-03-10T09:45:00+01:00',
		updatedAt: '2026-03-02T08:00:00.000Z',
		...more,
	};
}

/** Books as an attendee does; Lena's first free start unless told otherwise. Gives the booking's id. */
export async function book(stage: TriggerStage, own: Json = {}): Promise<string> {
	const { body } = await succeed(stage.visitor.book(bookingOf(own)));
	return idIn(body, 'appointmentId');
}

export async function move(stage: TriggerStage, id: string, start: string): Promise<void> {
	const body = { start, ignoreAvailability: true };
	await succeed(stage.visitor.ask('POST', `/v4/appointment/${id}/reschedule`, { body }));
}

export async function cancel(stage: TriggerStage, id: string, body: Json = {}): Promise<void> {
	await succeed(stage.visitor.ask('POST', `/v4/appointment/${id}/cancel`, { body }));
}

async function succeed(asking: Promise<Reply>): Promise<Reply> {
	const reply = await asking;
	if (reply.status >= 300) throw new Error(`${reply.status}: ${reply.text}`);
	return reply;
}

function idIn(body: unknown, name: string): string {
	const found: unknown = Object.entries(body ?? {}).find(([key]) => key === name)?.[1];
	if (typeof found !== 'string') throw new Error(`No ${name} in ${JSON.stringify(body)}`);
	return found;
}
