import { loadContract } from '../../contract/validate.cts';

it('single operations have stricter limits, however they are spelt', () => {
	const limits = loadContract().operations.map(({ id, rateLimit }) => [id, rateLimit] as const);
	expect(Object.fromEntries(limits.filter(([, rateLimit]) => rateLimit))).toEqual({
		sendQuickMail: { requests: 5, minutes: 5 },
		sendRoutingForm: { requests: 20, minutes: 1 },
		bulkCreateContacts: { requests: 3, minutes: 1 },
		bulkDeleteContacts: { requests: 3, minutes: 1 },
	});
});
