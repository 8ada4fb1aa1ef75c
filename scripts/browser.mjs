import { hasSupportedNode } from './nodeVersion.mjs';

if (hasSupportedNode()) {
	import('./browser/prepare.mjs');
}
