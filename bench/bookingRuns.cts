import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { list, record, type Json } from '../contract/json.cts';
import type { GivenCredentials } from '../engine/credentialsHelper.cts';
import { runNode } from '../engine/runNode.cts';
import { credentials, ids } from '../sandbox/seed.cts';
import type { Said } from './bookingCheck.cts';
import { BARE, baseUrlOf } from './nodeRuns.cts';

/** The admin's type that can be as short as this, so that two months have room for many. */
const TYPE = ids.meetingTypes.durations;
const MINUTES = 15;
const FROM = '2026-03-03';
const TO = '2026-05-01';

/** An attempt may take as long as the node gives it. */
const TIMEOUT_SECONDS = 30;
const TRIES = 3;

/**
 * Bookings to make: each at a free time of its own, for an attendee of its own. Every second one ignores the
 * availability, so that a booking that is made twice is not refused but shows.
 * @throws Error when there are not enough free times
 */
export async function bookingsToMake(url: string, count: number): Promise<IDataObject[]> {
	const query = new URLSearchParams({
		meetingTypeId: TYPE,
		hostIds: ids.users.lena,
		start: FROM,
		end: TO,
		meetingDuration: String(MINUTES),
	});
	const response = await fetch(`${url}/v4/booking-availability?${query}`, {
		headers: { authorization: `Bearer ${credentials.adminToken}` },
	});
	const { dates } = record(await response.json());
	const spots = list(dates).flatMap((date) => list(record(date).spots));
	if (spots.length < count) throw new Error(`Only ${spots.length} of ${count} times are free`);
	return spots.slice(0, count).map((spot, number) => ({
		start: String(record(spot).startTime),
		name: `Guest ${number}`,
		email: `guest.${number}@example.net`,
		force: number % 2 === 1,
	}));
}

/** Books through the node. */
export async function bookByNode(
	items: readonly IDataObject[],
	access: GivenCredentials,
): Promise<Said[]> {
	const { items: answers, errors } = await runNode({
		parameters: {
			authentication: 'personalAccessToken',
			resource: 'booking',
			operation: 'create',
			meetingTypeId: { __rl: true, mode: 'id', value: TYPE },
			start: '={{ $json.start }}',
			attendeeName: '={{ $json.name }}',
			attendeeEmail: '={{ $json.email }}',
			additionalFields: { duration: MINUTES },
			options: { ignoreAvailability: '={{ $json.force }}' },
		},
		items: [...items],
		credentials: access,
		onError: 'continueErrorOutput',
	});
	return saidOf(items, answers, errors);
}

/**
 * Books over n8n's helper, which is asked up to three times: what Retry On Fail of n8n's own node does.
 * @param speed how many times as fast its patience runs out
 */
export async function bookBare(
	items: readonly IDataObject[],
	access: GivenCredentials,
	speed: number,
): Promise<Said[]> {
	const { items: all } = await runNode({
		...BARE,
		parameters: {
			url: `${baseUrlOf(access)}/booking`,
			way: 'post',
			tries: TRIES,
			timeout: TIMEOUT_SECONDS / speed,
		},
		items: items.map(({ start, force, name, email }) => ({
			meetingTypeId: TYPE,
			hostIds: [ids.users.lena],
			duration: MINUTES,
			start,
			ignoreAvailability: force,
			attendee: {
				fullname: name,
				email,
				notes: {},
				receiveReminders: true,
				dataPolicyAccepted: true,
			},
		})),
		credentials: access,
	});
	const isError = ({ json }: INodeExecutionData) => 'error' in json;
	return saidOf(
		items,
		all.filter((item) => !isError(item)),
		all.filter(isError),
	);
}

function saidOf(
	items: readonly IDataObject[],
	answers: readonly INodeExecutionData[],
	errors: readonly INodeExecutionData[],
): Said[] {
	const [answerOf, errorOf] = [byItem(answers), byItem(errors)];
	return items.map(({ email }, index) => ({
		email: String(email),
		answer: answerOf.get(index),
		error: errorOf.get(index),
	}));
}

function byItem(outputs: readonly INodeExecutionData[]): Map<number, Json> {
	return new Map(outputs.map(({ json, pairedItem }) => [Number(record(pairedItem).item), json]));
}
