import { deliberateToggle } from './basic';

/** Nothing but reads is sent. Once added, an expression must not leave it open whether anything is done. */
export const preview = deliberateToggle({
	displayName: 'Preview',
	name: 'preview',
	description: 'Whether to return what would happen, without changing anything',
});
