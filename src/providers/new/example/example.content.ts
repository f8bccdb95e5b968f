/** The one script that pages of this provider get. */
import { begin } from '../../../content/begin';
import { detector } from './detect';

begin(detector);
