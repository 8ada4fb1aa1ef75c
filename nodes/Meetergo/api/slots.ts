import type { IDataObject } from 'n8n-workflow';

/* Times at which a meeting type can be booked. */

export interface AvailabilitySpot extends IDataObject {
	readonly startTime: string;
	/** Not empty: the spot is blocked. */
	readonly unavailabilityEvents?: IDataObject[];
	/** Group types only: the seats of the appointment at that time. */
	readonly appointment?: IDataObject & {
		readonly totalSpots?: number;
		readonly takenSpots?: number;
	};
}

export interface AvailabilityDate extends IDataObject {
	readonly spots: AvailabilitySpot[];
}

export interface BookingAvailability extends IDataObject {
	readonly timezone?: string;
	readonly dates: AvailabilityDate[];
}
