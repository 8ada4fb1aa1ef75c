import { expectNoLeftovers } from './leftovers.cts';

expectNoLeftovers();
