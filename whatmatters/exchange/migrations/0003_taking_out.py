import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0005_recovery'),
        ('access', '__first__'),
        ('exchange', '0002_care_register'),
        ('places', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='TakingOut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('people', models.PositiveIntegerField()),
                ('needs_second', models.BooleanField()),
                ('reason', models.TextField()),
                ('expires', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
                ('provider', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['council', 'organisation', '-id'], name='taking_out_body')],
            },
        ),
        migrations.CreateModel(
            name='TakingOutAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('approved', models.BooleanField()),
                ('asked', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='answer', to='exchange.takingout')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('by', models.F('asked_by')), _negated=True), name='taking_out_by_another')],
            },
        ),
        migrations.CreateModel(
            name='TakingOutUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('asked', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='use', to='exchange.takingout')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('council', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.council')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
