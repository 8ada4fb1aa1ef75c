import { hasSupportedNode } from './nodeVersion.mjs';

if (hasSupportedNode()) {
	import('./start/prepare.mjs');
}
