"""`yunguan serve`: the pages and the API on this machine."""

from __future__ import annotations

import click


@click.command(help="启动网页和接口，默认只对本机开放。")
@click.option("--host", default="127.0.0.1", show_default=True, help="监听地址。")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="监听端口。")
@click.option("--threads", default=4, show_default=True, type=click.IntRange(1, 64), help="处理请求的线程数。")
def command(host: str, port: int, threads: int) -> None:
    """Run the server until it is stopped."""
    from granian.constants import Interfaces  # noqa: PLC0415 - only this command needs the server
    from granian.server import Server  # noqa: PLC0415

    click.echo(f"请在浏览器中打开 http://{host}:{port}/ ，按 Ctrl+C 停止。")
    Server(
        "yunguan.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=threads,
        log_access=False,
    ).serve()
