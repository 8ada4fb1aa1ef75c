import { type IDataObject, type INode, type INodeExecutionData, UserError } from 'n8n-workflow';
import type { ExportedWorkflow } from '../../engine/exportedWorkflow.cts';
import type { Appointment } from '../../nodes/Meetergo/api/appointments';
import { formOver } from '../../nodes/Meetergo/fields/formOver';
import { bookingItem, eventKeyOf, plainItem } from '../../nodes/Meetergo/trigger/eventItem';
import { pollEvents, webhookEvents } from '../../nodes/Meetergo/trigger/events';
import { appointmentOnWire } from '../../sandbox/wire.cts';
import type { ExampleSandbox } from './exampleSandbox.cts';
import { type Event, type Happening, happenings } from './happenings.cts';

const TRIGGERS = ['meetergoTrigger', 'meetergoPollTrigger'].map(
	(name) => `n8n-nodes-meetergo.${name}`,
);

/** The nodes of this package with which a workflow can begin. */
export function ourTriggers({ nodes }: ExportedWorkflow): INode[] {
	return nodes.filter(({ type, disabled }) => TRIGGERS.includes(type) && disabled !== true);
}

/**
 * A workflow with something pinned to each trigger of this package that has nothing yet: what the trigger would give if
 * the events that it waits for happened in the sandbox now. They do happen there.
 *
 * @throws UserError when a trigger cannot tell them as it says
 */
export async function withMadeUpEvents(
	workflow: ExportedWorkflow,
	sandbox: ExampleSandbox,
): Promise<ExportedWorkflow> {
	const pinData = { ...workflow.pinData };
	for (const trigger of ourTriggers(workflow)) {
		pinData[trigger.name] ??= await itemsOf(trigger, workflow, sandbox);
	}
	return { ...workflow, pinData };
}

async function itemsOf(
	trigger: INode,
	workflow: ExportedWorkflow,
	sandbox: ExampleSandbox,
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	for (const event of eventsOf(trigger)) {
		for (const happening of await happenings[event](sandbox)) {
			items.push(toldItem({ trigger, event, happening, workflow, sandbox }));
		}
	}
	return items;
}

function eventsOf({ parameters: { events } }: INode): Event[] {
	const known = [...webhookEvents, ...pollEvents].map(({ value }) => value);
	const wanted = Array.isArray(events) ? events : [];
	return [...new Set(known)].filter((event) => wanted.some((one) => one === event));
}

interface Telling {
	readonly trigger: INode;
	readonly event: Event;
	readonly happening: Happening;
	readonly workflow: ExportedWorkflow;
	readonly sandbox: ExampleSandbox;
}

/** How a trigger tells of an event, in the fields and the time zone that are chosen in it. */
export function toldItem({
	trigger,
	event,
	happening,
	workflow,
	sandbox,
}: Telling): INodeExecutionData {
	if ('payload' in happening) {
		const { payload } = happening;
		return plainItem(payload, { event, eventKey: eventKeyOf(event, payload) });
	}
	const { booking, facts } = happening;
	const form = formOver({
		...saidIn(trigger),
		workflowZone: () => workflow.settings?.timezone ?? 'UTC',
	});
	const seen = appointmentOnWire(sandbox.state, booking) as unknown as Appointment;
	return bookingItem(form, seen, { event, eventKey: eventKeyOf(event, booking.id), ...facts });
}

/** Expressions are not worked out, as there is nothing yet that they could refer to: their fields count as empty. */
function saidIn(trigger: INode) {
	const isExpression = (value: unknown) => typeof value === 'string' && value.startsWith('=');
	const text = JSON.stringify(trigger.parameters, (_name, value: unknown) =>
		isExpression(value) ? undefined : value,
	);
	const literal: IDataObject = JSON.parse(text);
	return {
		parameter: (name: string) => literal[name],
		byAgent: false,
		note() {},
		refuse(displayName: string, reason: string): never {
			throw new UserError(`${displayName} of the node "${trigger.name}": ${reason}.`);
		},
	};
}
