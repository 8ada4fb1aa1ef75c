import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const LOOK_AGAIN_MS = 100;
/** The holder writes its process id right after taking the lock. */
const PID_WITHIN_MS = 2000;

/**
 * Runs an action while no other process does so under the same lock.
 *
 * @param {string} lock a folder that is there while the lock is held
 * @param {() => Promise<void>} action
 * @param {(pid: number) => void} onWait called once, when another process holds the lock
 */
export async function withLock(lock, action, onWait = () => {}) {
	let told = false;
	while (!tryLock(lock)) {
		const pid = holderOf(lock);
		if (!told && pid !== undefined) {
			told = true;
			onWait(pid);
		}
		await delay(LOOK_AGAIN_MS);
	}
	try {
		await action();
	} finally {
		unlock(lock);
	}
}

/** Takes a lock unless another process holds it. A lock whose holder has ended without removing it is nobody's. */
export function tryLock(lock) {
	mkdirSync(dirname(lock), { recursive: true });
	if (makeLock(lock)) return true;
	if (isHeld(lock)) return false;
	unlock(lock);
	return makeLock(lock);
}

function makeLock(lock) {
	try {
		mkdirSync(lock);
	} catch (error) {
		if (error.code === 'EEXIST') return false;
		throw error;
	}
	writeFileSync(join(lock, 'pid'), String(process.pid));
	return true;
}

export function unlock(lock) {
	rmSync(lock, { recursive: true, force: true });
}

/** @returns {number | undefined} the process that holds the lock, as far as it says */
export function holderOf(lock) {
	try {
		return Number(readFileSync(join(lock, 'pid'), 'utf8')) || undefined;
	} catch {
		return undefined;
	}
}

function isHeld(lock) {
	const pid = holderOf(lock);
	if (pid !== undefined) return isRunning(pid);
	const takenAt = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
	return Date.now() - takenAt < PID_WITHIN_MS;
}

function isRunning(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}
