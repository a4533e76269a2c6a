/** The version of spinformer that the page was built from. */
import about from '../../package.json' with { type: 'json' };

export const VERSION: string = about.version;
