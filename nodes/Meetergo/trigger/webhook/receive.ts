import type { INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { formOfTrigger, nameOf } from '../open';
import { Claims } from './claims';
import { type Delivery, readDelivery, type Refusal } from './delivery';
import { resultOf } from './result';
import { remembering, toldIn } from './told';

const claims = new Claims();

/** Takes what meetergo delivers, and starts the workflow once for each event. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const delivery = readDelivery(context);
	if ('status' in delivery) return refuse(context, delivery);
	// Who listens for a test event wants to see each delivery.
	const isTest = context.getMode() === 'manual';
	return isTest ? await take(context, delivery) : await takeOnce(context, delivery);
}

async function takeOnce(
	context: IWebhookFunctions,
	delivery: Delivery,
): Promise<IWebhookResponseData> {
	const { eventKey } = delivery;
	const staticData = context.getWorkflowStaticData('node');
	const trigger = nameOf(context);
	if (toldIn(staticData).includes(eventKey)) return ignored(context, delivery, TOLD);
	const claim = await claims.claim(trigger, eventKey);
	if (claim === undefined) return ignored(context, delivery, TOLD);
	try {
		const response = await take(context, delivery);
		if (response.workflowData === undefined) return response;
		claim.done();
		return remembering(response, staticData, claims.told(trigger));
	} finally {
		claim.release();
	}
}

const TOLD = 'The workflow was started for this event before';

/** Answers one delivery; where meetergo has to be asked and cannot be, this throws. */
async function take(context: IWebhookFunctions, delivery: Delivery): Promise<IWebhookResponseData> {
	const result = await resultOf(context, formOfTrigger(context), delivery);
	return 'item' in result
		? started(result.item)
		: ignored(context, delivery, result.reason, result.isSuspicious);
}

function started(item: INodeExecutionData): IWebhookResponseData {
	return { webhookResponse: { message: 'The workflow was started' }, workflowData: [[item]] };
}

/** The sender has done its part, so it gets a 200 and need not try again. */
function ignored(
	{ logger }: IWebhookFunctions,
	{ event, eventKey }: Delivery,
	reason: string,
	isSuspicious = false,
): IWebhookResponseData {
	const text = `meetergo ${event} ${eventKey} was left out: ${reason}.`;
	if (isSuspicious) logger.warn(text);
	else logger.debug(text);
	return { webhookResponse: { message: `Left out: ${reason}` } };
}

function refuse(context: IWebhookFunctions, { status, message }: Refusal): IWebhookResponseData {
	context.logger.warn(`A call of the meetergo webhook was refused: ${message}`);
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}
