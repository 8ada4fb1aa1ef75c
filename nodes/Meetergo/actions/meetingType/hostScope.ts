import type { MeetingType } from '../../api/meetingTypes';
import { inputFailure } from '../../transport/nodeErrors';
import type { ApiClient } from '../../transport/types';

/** Who is asked for a slot or a booking: the API wants exactly one of the two. */
export type HostScope = { readonly hostIds: string[] } | { readonly queueId: string };

/** The host or the queue of a meeting type, unless the user chose hosts; `undefined` where it has neither. */
export function scopeOf(
	type: MeetingType,
	chosen: readonly string[] | undefined,
): HostScope | undefined {
	if (chosen !== undefined && chosen.length > 0) return { hostIds: [...chosen] };
	if (type.queueId) return { queueId: type.queueId };
	return type.userId ? { hostIds: [type.userId] } : undefined;
}

/** The same where there has to be one: although documented as optional, the API answers 400 without it. */
export function hostScope(
	type: MeetingType,
	chosen: readonly string[] | undefined,
	api: ApiClient,
): HostScope {
	return (
		scopeOf(type, chosen) ??
		api.fail(
			inputFailure(
				'Meeting Type',
				`"${type.meetingInfo?.name ?? type.id}" has neither a host nor a queue. Give it one in meetergo, or choose Host Names or IDs under Options`,
			),
		)
	);
}
