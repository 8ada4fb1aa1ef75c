import { hasSupportedNode } from './nodeVersion.mjs';

if (hasSupportedNode()) {
	import('./editor/prepare.mjs');
}
