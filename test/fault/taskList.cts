import { bookingTasks } from './bookingTasks.cts';
import { contactTasks } from './contactTasks.cts';
import { recordTasks } from './recordTasks.cts';
import type { Task } from './tasks.cts';

/** All operations that create or act, and some that change, delete and read. */
export const tasks: readonly Task[] = [...bookingTasks, ...contactTasks, ...recordTasks];
