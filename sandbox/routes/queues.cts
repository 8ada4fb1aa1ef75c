import { notFound } from '../errors.cts';
import type { Queue } from '../records/meetingTypes.cts';
import { hostsOnWire, queueOnWire } from '../wire.cts';
import { ok, type Answer, type Call, type Route } from './route.cts';

function find({ caller, state, params }: Call): Queue {
	const queue = state.queues.get(params.queueId ?? '');
	if (queue?.companyId !== caller.user.companyId) throw notFound('Queue');
	return queue;
}

function getNextHosts(call: Call): Answer {
	const next = find(call).users.map(({ userId }) => userId);
	return ok({ nextHosts: hostsOnWire(call.state, next) });
}

export const routes: readonly Route[] = [
	{ operationId: 'getQueue', handle: (call) => ok(queueOnWire(find(call))) },
	{ operationId: 'getQueueNextHosts', handle: getNextHosts },
];
