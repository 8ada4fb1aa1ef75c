import type { MeetingType } from './meetingTypes';

/** Whether a meeting type is booked at this web address. */
export function isAt({ bookingUrl }: MeetingType, url: string): boolean {
	return bookingUrl !== undefined && page(bookingUrl) === page(url);
}

/** The part of an address that names a booking page, whatever stands around it. */
function page(address: string): string {
	return address
		.replace(/[?#].*$/, '')
		.replace(/\/+$/, '')
		.replace(/^https?:\/\//i, '')
		.toLowerCase();
}
