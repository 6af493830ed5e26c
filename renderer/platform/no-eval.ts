/** zod would probe whether it may build functions from text; the page's policy forbids that, so it need not ask. */
import { z } from 'zod';

z.config({ jitless: true });
