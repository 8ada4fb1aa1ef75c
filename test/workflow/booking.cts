import type { INodeParameters } from 'n8n-workflow';
import { byId, ids } from './stage.cts';

/** A booking with Lena that would succeed. */
export function booking(more: INodeParameters = {}): INodeParameters {
	return {
		resource: 'booking',
		operation: 'create',
		meetingTypeId: byId(ids.meetingTypes.oneToOne),
		start: '2026-03-03T09:00:00',
		attendeeName: 'Tomas Berg',
		attendeeEmail: 'tomas.berg@example.net',
		...more,
	};
}

/** Which booking Lena's confirmed one is, as the node tells it in Vienna. */
export const surveyIdentity = {
	id: ids.appointments.confirmed,
	bookingState: 'confirmed',
	start: '2026-03-10T09:00:00.000+01:00',
	end: '2026-03-10T09:45:00.000+01:00',
	meetingTypeName: 'Site survey',
	attendeeName: 'Tomas Berg',
	attendeeEmail: 'tomas.berg@example.net',
};

/** What most answers tell of it. */
export const surveySummary = { ...surveyIdentity, hostName: 'Lena Okafor' };

/** The booking in ten flat fields. */
export const survey = {
	...surveySummary,
	attendeePhone: null,
	meetingLink: `https://meet.example.org/${ids.appointments.confirmed}`,
};
