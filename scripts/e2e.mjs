import { hasSupportedNode } from './nodeVersion.mjs';

if (hasSupportedNode()) {
	import('./e2e/main.mjs');
}
