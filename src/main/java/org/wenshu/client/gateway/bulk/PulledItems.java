package org.wenshu.client.gateway.bulk;

import java.util.Iterator;

/** Items that are fetched. */
record PulledItems<T>(Iterator<T> iterator, Runnable closer) implements Items<T> {}
