import { hasSupportedNode } from './nodeVersion.mjs';

if (hasSupportedNode()) {
	import('./bench/prepare.mjs');
}
