import type { CredentialKind } from '../../contract/operations.cts';
import type { Instant } from './instant.cts';

export interface Credential {
	readonly token: string;
	readonly kind: CredentialKind;
	readonly companyId: string;
	/** Owner of a personal token; company owner for a platform key. */
	readonly userId: string;
	/** Absent: all permission groups. */
	readonly permissions?: readonly string[];
	readonly expiresAt?: Instant;
	/** The plan's allowance for API calls is used up. */
	readonly planLimitReached?: boolean;
}

export interface Company {
	readonly id: string;
	readonly ownerId: string;
	readonly tier: string;
	/** How many the plan allows; absent: any number. */
	readonly allowance?: { readonly seats?: number; readonly meetingTypes?: number };
}

export interface User {
	readonly id: string;
	readonly companyId: string;
	readonly email: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly slug: string;
	readonly timezone: string;
	readonly language: string;
	readonly userType: 'standard' | 'resource' | 'api-platform' | 'partner';
	readonly isAdmin: boolean;
	readonly defaultAvailabilityId: string;
	readonly createdAt: Instant;
	readonly updatedAt: Instant;
	/** Set by a soft delete. The record stays for the appointments that name it. */
	readonly deletedAt: Instant | null;
}
