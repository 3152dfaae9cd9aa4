import fc from 'fast-check';

// Lists are as long as they may be, not ten at most, as they are where only an upper bound is given.
fc.configureGlobal({ defaultSizeToMaxWhenMaxSpecified: true });
