"""A client of the gateway with nothing but Python's standard library.

Usage: gateway_client.py http://host:port/ token

Makes the calls that the documented client makes, with the same fields, and reads what it reads:
one fresh connection per call, errors from the body of a 200, streams until a terminal flag. Ends
with status 0 and "all passed" when every expectation holds.
"""

import base64
import json
import os
import socket
import struct
import sys
import threading
import time
import urllib.error
import urllib.request
from urllib.parse import urlparse

TEXT, CLOSE, PING, PONG = 1, 8, 9, 10
LARGEST = 1048576


class ApplicationError(Exception):
    pass


class Api:
    def __init__(self, url, token):
        self.url = url if url.endswith("/") else url + "/"
        self.token = token

    def post(self, path, body):
        request = urllib.request.Request(
            self.url + "api/v1/" + path,
            json.dumps(body).encode(),
            {"Content-Type": "application/json", "Authorization": "Bearer " + self.token},
        )
        with urllib.request.urlopen(request, timeout=60) as response:
            assert response.status == 200, response.status
            assert response.headers["Content-Type"].startswith("application/json")
            answer = json.loads(response.read())
        if "error" in answer:
            raise ApplicationError(f"{answer['error']['type']}: {answer['error']['message']}")
        return answer

    def service(self, kind, **fields):
        return self.post("flow/default/service/" + kind, fields)

    def metrics(self):
        request = urllib.request.Request(
            self.url + "api/metrics", headers={"Authorization": "Bearer " + self.token}
        )
        with urllib.request.urlopen(request, timeout=30) as response:
            assert response.status == 200
            return response.read().decode()


class WebSocket:
    """One connection, opened for one call."""

    def __init__(self, api, path):
        url = urlparse(api.url)
        self.socket = socket.create_connection((url.hostname, url.port), timeout=60)
        query = "?token=" + api.token if api.token else ""
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            (
                f"GET {url.path}{path}{query} HTTP/1.1\r\nHost: {url.netloc}\r\n"
                "Upgrade: websocket\r\nConnection: Upgrade\r\n"
                f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
            ).encode()
        )
        self.stream = self.socket.makefile("rb")
        self.status = int(self.stream.readline().split()[1])
        while self.stream.readline() not in (b"\r\n", b""):
            pass

    def send(self, opcode, payload):
        mask = os.urandom(4)
        size = len(payload)
        length = bytes([0x80 | size]) if size < 126 else bytes([0x80 | 126]) + struct.pack("!H", size)
        body = bytes(b ^ mask[i % 4] for i, b in enumerate(payload))
        self.socket.sendall(bytes([0x80 | opcode]) + length + mask + body)

    def receive(self):
        while True:
            opcode, payload = self.message()
            if opcode == PING:
                self.send(PONG, payload)
            elif opcode == CLOSE:
                raise EOFError(struct.unpack("!H", payload[:2])[0] if payload else 1005)
            elif opcode == TEXT:
                assert len(payload) < LARGEST, "the documented client takes no more"
                return json.loads(payload)

    def message(self):
        payload, opcode = b"", 0
        while True:
            first, second = self.exactly(2)
            opcode = opcode or first & 0x0F
            length = second & 0x7F
            if length == 126:
                (length,) = struct.unpack("!H", self.exactly(2))
            elif length == 127:
                (length,) = struct.unpack("!Q", self.exactly(8))
            payload += self.exactly(length)
            if first & 0x80:
                return opcode, payload

    def exactly(self, count):
        data = self.stream.read(count)
        if len(data) < count:
            raise EOFError("lost")
        return data

    def close(self):
        self.send(CLOSE, struct.pack("!H", 1000))
        self.socket.close()


def frames(api, kind, **fields):
    """Every answer object of one streamed call."""
    connection = WebSocket(api, "api/v1/socket")
    assert connection.status == 101, connection.status
    request = {"id": "req-1", "service": kind, "flow": "default", "request": fields}
    connection.send(TEXT, json.dumps(request).encode())
    while True:
        frame = connection.receive()
        assert frame["id"] == "req-1"
        if "error" in frame:
            assert frame["response"]["error"] == frame["error"]
            raise ApplicationError(frame["error"]["type"] + ": " + frame["error"]["message"])
        answer = frame["response"]
        yield answer
        if answer.get("end_of_stream") or answer.get("end_of_dialog") or frame["complete"]:
            assert frame["complete"] is True
            break
    connection.close()


def once(api, kind, **fields):
    (answer,) = frames(api, kind, **fields)
    return answer


def flows(api):
    assert "default" in api.post("flow", {"operation": "list-flows"})["flow-ids"]
    flow = api.post("flow", {"operation": "get-flow", "flow-id": "default"})["flow"]
    assert "interfaces" in json.loads(flow)
    assert api.post("flow", {"operation": "list-blueprints"})["blueprint-names"]
    assert api.post("flow", {"operation": "list-classes"})["class-names"]


def configuration(api):
    entry = {"type": "py", "key": "k", "value": "值"}
    api.post("config", {"operation": "put", "values": [entry]})
    name = {"type": "py", "key": "k"}
    assert api.post("config", {"operation": "get", "keys": [name]})["values"] == [entry]
    assert api.post("config", {"operation": "list", "type": "py"})["directory"] == ["k"]
    assert api.post("config", {"operation": "getvalues", "type": "py"})["values"] == [entry]
    everything = api.post("config", {"operation": "config"})
    assert everything["config"]["py"]["k"] == "值" and everything["version"] > 0
    api.post("config", {"operation": "delete", "keys": [name]})
    missing = api.post("config", {"operation": "get", "keys": [name]})["values"][0]
    assert missing["value"] is None


def completions(api):
    whole = api.service("text-completion", system="s", prompt="greet")
    assert whole["response"] == "Hello world"
    assert once(api, "text-completion", system="s", prompt="greet", streaming=False)[
        "response"
    ] == "Hello world"
    pieces = list(frames(api, "text-completion", system="s", prompt="greet", streaming=True))
    assert "".join(piece["response"] for piece in pieces) == "Hello world" and len(pieces) > 1
    assert [piece["end_of_stream"] for piece in pieces][-1] is True


def agents(api):
    answer = api.service("agent", question="greet the agent", user="u", history=[])
    assert answer["answer"] == "Hello agent"
    single = once(api, "agent", question="greet the agent", user="u", streaming=False)
    assert single["answer"] == "Hello agent" and "thought" not in single
    chunks = list(frames(api, "agent", question="greet the agent", user="u", streaming=True))
    kinds = [chunk["chunk_type"] for chunk in chunks]
    assert kinds[0] == "thought" and kinds[-1] == "answer"
    text = "".join(c.get("content", "") for c in chunks if c["chunk_type"] == "answer")
    assert text == "Hello agent"


def knowledge(api):
    limits = {"entity-limit": 50, "triple-limit": 30, "max-subgraph-size": 150}
    rag = api.service("graph-rag", query="greet", user="u", collection="none", **limits)
    assert isinstance(rag["response"], str)
    rag = api.service("document-rag", query="greet", user="u", collection="none", **{"doc-limit": 10})
    assert isinstance(rag["response"], str)
    for kind in ("graph-rag", "document-rag"):
        stream = list(frames(api, kind, query="greet", user="u", collection="none", streaming=True))
        assert stream[-1]["end_of_stream"] is True
    assert len(api.service("embeddings", text="t")["vectors"][0]) > 10
    assert api.service("graph-embeddings", text="t", user="u", collection="c", limit=10) == {
        "entities": []
    }
    assert once(api, "triples", s="http://nothing", limit=100)["response"] == []
    assert api.service("triples", limit=10, user="u", o={"v": "x", "e": False})["response"] == []


def diagnosis(api):
    sample = "name,unit price\nbolt,1"
    found = api.service("structured-diag", operation="detect-type", sample=sample)
    assert found["detected-type"] == "csv"
    schema = {"name": "py_items", "fields": [{"name": "name"}, {"name": "unit_price", "type": "float"}]}
    entry = {"type": "schema", "key": "py_items", "value": json.dumps(schema)}
    api.post("config", {"operation": "put", "values": [entry]})
    matches = api.service("structured-diag", operation="schema-selection", sample=sample)
    assert matches["schema-matches"][0] == "py_items"
    made = api.service(
        "structured-diag",
        operation="generate-descriptor",
        sample=sample,
        type="csv",
        **{"schema-name": "py_items"},
    )
    assert [m["target_field"] for m in made["descriptor"]["mappings"]] == ["name", "unit_price"]
    whole = api.service("structured-diag", operation="diagnose", sample=sample)
    assert whole["detected-type"] == "csv" and whole["descriptor"]
    query = "{ py_items(where: {unit_price: {gt: 0.5}}, limit: 3) { name unit_price } }"
    rows = api.service("objects", query=query, user="u", collection="none", variables={})
    assert rows == {"data": {"py_items": []}}
    wrong = once(api, "objects", query="{ nonsense }", variables={}, operationName="Q")
    assert wrong["data"] is None and wrong["errors"][0]["message"]


def failures(api):
    for call in (
        lambda: api.service("text-completion", system="s", prompt="no such script"),
        lambda: once(api, "text-completion", system="s", prompt="no such script"),
        lambda: api.service("mcp-tool", name="none", parameters={}),
        lambda: api.post("flow/none/service/agent", {"question": "q"}),
    ):
        try:
            call()
            raise AssertionError("succeeded")
        except ApplicationError as error:
            assert ": " in str(error), error
    stranger = Api(api.url, "wrong")
    try:
        stranger.post("flow", {"operation": "list-flows"})
        raise AssertionError("a stranger came in")
    except urllib.error.HTTPError as error:
        assert error.code == 401
    assert WebSocket(stranger, "api/v1/socket").status == 401
    assert WebSocket(api, "api/v1/flow/none/import/triples").status == 404


def twenty_threads(api):
    results = []

    def ask():
        results.append(once(api, "text-completion", system="s", prompt="greet")["response"])

    threads = [threading.Thread(target=ask) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert results == ["Hello world"] * 20, results


def metrics(api):
    assert "wenshu_gateway_requests_total" in api.metrics()


def main(url, token):
    api = Api(url, token)
    for check in (
        flows,
        configuration,
        completions,
        agents,
        knowledge,
        diagnosis,
        failures,
        twenty_threads,
        metrics,
    ):
        start = time.monotonic()
        check(api)
        print("passed", check.__name__, f"{time.monotonic() - start:.2f} s")
    print("all passed")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
