"""HAR 1.2 as a JSON schema, made from its specification; nothing else is allowed."""

from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_SIZE: Schema = {"type": "integer", "minimum": -1}
_TIME: Schema = {"type": "number", "minimum": -1}
_SPENT: Schema = {"type": "number", "minimum": 0}
_MOMENT: Schema = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(Z|[+-]\d\d:\d\d)$",
}


def _object(required: Schema, **optional: Schema) -> Schema:
    return {
        "type": "object",
        "properties": {**required, **optional, "comment": _TEXT},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


_PAIRS = _list(_object({"name": _TEXT, "value": _TEXT}))
_COOKIES = _list(
    _object({"name": _TEXT, "value": _TEXT}, path=_TEXT, domain=_TEXT, expires=_TEXT)
)
_POST_DATA: Schema = {
    "oneOf": [
        _object({"mimeType": _TEXT, "params": _PAIRS}),
        _object({"mimeType": _TEXT, "text": _TEXT}),
    ]
}
_REQUEST = _object(
    {
        "method": _TEXT,
        "url": {"type": "string", "pattern": "^https?://"},
        "httpVersion": _TEXT,
        "cookies": _COOKIES,
        "headers": _PAIRS,
        "queryString": _PAIRS,
        "headersSize": _SIZE,
        "bodySize": _SIZE,
    },
    postData=_POST_DATA,
)
_RESPONSE = _object(
    {
        "status": _COUNT,
        "statusText": _TEXT,
        "httpVersion": _TEXT,
        "cookies": _COOKIES,
        "headers": _PAIRS,
        "content": _object(
            {"size": _COUNT, "mimeType": _TEXT}, text=_TEXT, encoding=_TEXT
        ),
        "redirectURL": _TEXT,
        "headersSize": _SIZE,
        "bodySize": _SIZE,
    }
)
_TIMINGS = _object(
    {"send": _SPENT, "wait": _SPENT, "receive": _SPENT},
    blocked=_TIME,
    dns=_TIME,
    connect=_TIME,
    ssl=_TIME,
)
_ENTRY = _object(
    {
        "startedDateTime": _MOMENT,
        "time": _SPENT,
        "request": _REQUEST,
        "response": _RESPONSE,
        "cache": {"type": "object"},
        "timings": _TIMINGS,
    },
    pageref=_TEXT,
    serverIPAddress=_TEXT,
    connection=_TEXT,
)
HAR_SCHEMA = _object(
    {
        "log": _object(
            {
                "version": {"const": "1.2"},
                "creator": _object({"name": _TEXT, "version": _TEXT}),
                "entries": _list(_ENTRY),
            },
            pages=_list({"type": "object"}),
        )
    }
)
