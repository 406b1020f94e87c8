package org.wenshu.feed;

import java.math.BigDecimal;

/** One price of an order book, and how much is wanted or offered at it. */
public record Level(BigDecimal price, BigDecimal size) {}
