import { isText, record } from '../contract/json.cts';
import { refusal } from './errors.cts';
import { newSchedule } from './newSchedule.cts';
import type { User } from './records/people.cts';
import type { Availability } from './records/schedules.cts';
import type { World } from './world.cts';

/** The schedules that one write of a user names, or brings along to be made with it. */
export class ScheduleWishes {
	private readonly brought: Availability[] = [];

	constructor(
		private readonly world: World,
		private readonly user: User,
		/** Told of a schedule that is not there: not every operation documents a 404. */
		private readonly statusOfUnknown: 400 | 404,
	) {}

	/** The id of the live schedule of the company that is named, or of the one to be made. */
	readonly idOf = (wish: unknown, at: string): string => {
		if (!isText(wish)) {
			const schedule = newSchedule(this.world, this.user, record(wish), `${at}.`);
			this.brought.push(schedule);
			return schedule.id;
		}
		const known = this.world.state.availabilities.get(wish.toLowerCase());
		if (known?.companyId !== this.user.companyId || known.deletedAt !== null) {
			throw refusal(this.statusOfUnknown, 'Availability not found');
		}
		return known.id;
	};

	/** Stores what was brought along; for when nothing can be refused any more. */
	store(): void {
		const { availabilities } = this.world.state;
		for (const schedule of this.brought) availabilities.set(schedule.id, schedule);
	}
}
