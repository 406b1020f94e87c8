package org.wenshu.client.gateway.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.wenshu.client.gateway.call.GatewayJson;
import org.wenshu.client.gateway.call.ResponseReader;
import org.wenshu.client.gateway.data.ToolResult;
import org.wenshu.client.json.Json;

/** A call of a tool. */
public final class McpToolRequest extends ServiceRequest<ToolResult, McpToolRequest> {
  private McpToolRequest(ObjectNode body) {
    super(body);
  }

  /** The tool of this name with these parameters. */
  public static McpToolRequest of(String name, Map<String, ?> parameters) {
    ObjectNode body = Json.object().put("name", name);
    body.set("parameters", GatewayJson.tree(parameters));
    return new McpToolRequest(body);
  }

  @Override
  public String service() {
    return "mcp-tool";
  }

  @Override
  ResponseReader<ToolResult> reader() {
    return McpToolRequest::read;
  }

  @Override
  McpToolRequest copy(ObjectNode newBody) {
    return new McpToolRequest(newBody);
  }

  private static ToolResult read(JsonNode response) {
    Optional<String> text = GatewayJson.optionalText(response, "text");
    return text.isPresent()
        ? new ToolResult(text, Optional.empty())
        : new ToolResult(Optional.empty(), Optional.of(GatewayJson.need(response, "object")));
  }
}
