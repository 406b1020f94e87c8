package org.wenshu.client.gateway.data;

/**
 * A piece of a kind that this library does not know.
 *
 * @param chunkType what the server calls it; empty if it does not say
 * @param content the text
 * @param endOfMessage whether it ends here
 */
public record OtherChunk(String chunkType, String content, boolean endOfMessage)
    implements StreamingChunk {}
