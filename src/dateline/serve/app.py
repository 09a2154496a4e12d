"""The workbench as one application: what stands before every route, the routes, the failures."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from fastapi import Depends, FastAPI
from fastapi.staticfiles import StaticFiles

from dateline import __version__
from dateline.serve import routes
from dateline.serve.desk import Desk
from dateline.serve.failing import Bugs, failing
from dateline.serve.security.headers import Headers
from dateline.serve.security.origin import Gate
from dateline.serve.security.sessions import identify

_STATIC = Path(__file__).parent / "static"


def create_app(desk: Desk) -> FastAPI:
    """The application on this desk; nothing of it is fetched from elsewhere."""
    app = FastAPI(
        title="dateline",
        version=__version__,
        description="What was published about an armed conflict: who said what, when, how sure.",
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(identify)],
        lifespan=_lifespan,
        redirect_slashes=False,
    )
    app.state.desk = desk
    for name in sorted(each.name for each in iter_modules(routes.__path__)):
        app.include_router(import_module(f"dateline.serve.routes.{name}").router)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    failing(app)
    app.add_middleware(Bugs)
    app.add_middleware(Gate, hosts=frozenset(desk.hosts))
    app.add_middleware(Headers)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.desk.close()
