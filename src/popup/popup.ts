// The first import asks, and the rest is set up meanwhile.
import { status, takeEarly } from './early';
import { show } from './view';

show({ status: await status, takeEarly });
