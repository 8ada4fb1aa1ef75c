import type { MeetingType } from '../../api/records';
import { inputFailure } from '../../transport/nodeErrors';
import type { ApiClient } from '../../transport/types';

/** Who is asked for a slot or a booking: the API wants exactly one of the two. */
export type HostScope = { readonly hostIds: string[] } | { readonly queueId: string };

/**
 * Finds the host or the queue of a meeting type, unless the user chose hosts.
 * Although documented as optional, the API answers 400 without it.
 */
export function hostScope(
	type: MeetingType,
	chosen: readonly string[] | undefined,
	api: ApiClient,
): HostScope {
	if (chosen !== undefined && chosen.length > 0) return { hostIds: [...chosen] };
	if (type.queueId) return { queueId: type.queueId };
	if (type.userId) return { hostIds: [type.userId] };
	return api.fail(
		inputFailure(
			'Meeting Type',
			`"${type.meetingInfo?.name ?? type.id}" has neither a host nor a queue. Give it one in meetergo, or choose Host Names or IDs under Options`,
		),
	);
}
