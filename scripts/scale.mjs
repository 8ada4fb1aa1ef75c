import { hasSupportedNode } from './nodeVersion.mjs';

if (hasSupportedNode()) {
	import('./scale/main.mjs');
}
