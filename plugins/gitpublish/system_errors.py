"""What the system refuses, in the words of those who run it."""

import errno

_WORDS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EROFS: "磁盘是只读的",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "这是文件，不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.EEXIST: "已经有了",
    errno.EMFILE: "打开的文件太多",
    errno.EFBIG: "文件超过了系统允许的大小",
    errno.EBUSY: "正被别的程序使用，或者是挂载点",
    errno.EXDEV: "在另一块磁盘上",
    errno.ELOOP: "是一个链接（快捷方式）",
    errno.ENAMETOOLONG: "名称太长",
    errno.EIO: "磁盘读写出错",
}


def why(error: OSError) -> str:
    """One clause: what is wrong, and with what."""
    words = _WORDS.get(error.errno or 0, error.strerror or str(error))
    return f"{words}（{error.filename}）" if error.filename else words
