import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { pages } from '../../../nodes/Meetergo/transport/pages';
