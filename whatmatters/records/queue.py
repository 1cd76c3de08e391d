"""The queue of background work. A task that waits already is not put in a second time."""

from typing import Any

from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult


def enqueue_once(task: "Task[..., Any]", *arguments: int | str) -> bool:
    """Put a task in the queue unless the same waits there; whether it was put in.

    Arguments are ids and codes, never words: the queue is no place for them. Tasks are written so
    that doing one twice changes nothing, since a worker that was killed leaves its task undone.
    """
    waiting = DBTaskResult.objects.filter(
        status=TaskResultStatus.READY,
        task_path=task.module_path,
        args_kwargs={"args": list(arguments), "kwargs": {}},
    )
    if waiting.exists():
        return False
    task.enqueue(*arguments)
    return True
