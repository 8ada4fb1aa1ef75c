import { hasSupportedNode } from './nodeVersion.mjs';

if (hasSupportedNode()) {
	import('./test/main.mjs');
}
